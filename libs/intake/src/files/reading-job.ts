import { DomainError } from '@tongyun/kernel';
import { readTable } from './read-table.js';
import type { TableRow } from './table.js';

export interface ReadingJob {
  readonly bytes: Uint8Array;
  readonly mostRows: number;
}

/** What comes back from the thread; an error's class does not come with it. */
export type ReadingAnswer =
  | { readonly ok: true; readonly rows: readonly TableRow[] }
  | {
      readonly ok: false;
      readonly code: string;
      readonly message: string;
      readonly details: DomainError['details'];
    };

/** Reads a file; a refusal is an answer, and anything else a fault of the thread. */
export async function answerOf({ bytes, mostRows }: ReadingJob): Promise<ReadingAnswer> {
  try {
    return { ok: true, rows: await readTable(Buffer.from(bytes), mostRows) };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code, message, details } = error;
    return { ok: false, code, message, details };
  }
}

/** The rows that were read; a refusal is thrown as it was on the thread. */
export function rowsOf(answer: ReadingAnswer): readonly TableRow[] {
  if (answer.ok) return answer.rows;
  throw new DomainError(answer.code, answer.message, answer.details);
}
