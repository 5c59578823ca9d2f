import type { Refusal } from '@tongyun/contracts';
import { DomainError } from '@tongyun/kernel';
import { toRefusal } from '@tongyun/platform';

/** What became of one of the things that a request names: exactly one of the two is set. */
export interface ItemResult<Done> {
  readonly id: string;
  readonly done: Done | null;
  readonly refusal: Refusal | null;
}

/**
 * Does the same for one id after the other, each in a transaction of its own. A refusal is kept as
 * the result of its id; a fault ends it all.
 */
export async function resultsOf<Done>(
  ids: readonly string[],
  act: (id: string) => Promise<Done>,
): Promise<ItemResult<Done>[]> {
  const results: ItemResult<Done>[] = [];
  for (const id of ids) {
    try {
      results.push({ id, done: await act(id), refusal: null });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      results.push({ id, done: null, refusal: toRefusal(error) });
    }
  }
  return results;
}
