import { z } from 'zod';
import { ApiRefusal } from '../../api/api-refusal.js';

const conflictDetails = z.object({
  current: z.object({ state: z.string(), version: z.number().int() }),
});

export interface CurrentState {
  readonly state: string;
  readonly version: number;
}

/** What a row has become meanwhile, when a decision on it was refused for that; else null. */
export function findCurrentState(error: unknown): CurrentState | null {
  if (!(error instanceof ApiRefusal) || error.refusal.code !== 'VERSION_CONFLICT') return null;
  const read = conflictDetails.safeParse(error.refusal.details);
  return read.success ? read.data.current : null;
}
