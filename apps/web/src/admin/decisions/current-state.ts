import { z } from 'zod';
import { ApiRefusal } from '../../api/api-refusal.js';

const conflictDetails = z.object({
  current: z.object({
    state: z.string(),
    version: z.number().int(),
    nextStates: z.array(z.string()).optional(),
  }),
});

export interface CurrentState {
  readonly state: string;
  readonly version: number;
  /** Where the reader may take it from there, of rows that say so. */
  readonly nextStates?: readonly string[] | undefined;
}

/** What a row has become meanwhile, when a decision on it was refused for that; else null. */
export function findCurrentState(error: unknown): CurrentState | null {
  if (!(error instanceof ApiRefusal) || error.refusal.code !== 'VERSION_CONFLICT') return null;
  const read = conflictDetails.safeParse(error.refusal.details);
  return read.success ? read.data.current : null;
}
