import { type ReasonView, reasonView } from '@tongyun/contracts';
import { z } from 'zod';
import { ApiRefusal } from '../../api/api-refusal.js';

const detailsWithReasons = z.object({ reasons: z.array(reasonView) });

/** The reasons that a refusal brings along; none when it has none. */
export function findReasons(error: unknown): readonly ReasonView[] {
  if (!(error instanceof ApiRefusal)) return [];
  const read = detailsWithReasons.safeParse(error.refusal.details);
  return read.success ? read.data.reasons : [];
}
