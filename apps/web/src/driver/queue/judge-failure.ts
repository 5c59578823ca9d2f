import { z } from 'zod';
import { ApiRefusal } from '../../api/api-refusal.js';
import type { SendOutcome } from './offline-queue.js';

/** Refusals of what was sent, which a repeat cannot cure. */
const FINAL_STATUSES = new Set([400, 404, 409, 410, 413, 422]);

/** Refusals of the sender: every entry of the request shares them, unless some are named. */
const OF_ALL = new Set(['OFF_DUTY', 'NOT_A_DRIVER']);

const detailsWithIds = z.object({ ids: z.array(z.string()).min(1) });

/**
 * Says what a failed request means for what was in it; a sign-in that ended loses nothing.
 *
 * @param sent ids of what was in the request
 */
export function judgeFailure(error: unknown, sent: readonly string[]): SendOutcome {
  if (!(error instanceof ApiRefusal) || !FINAL_STATUSES.has(error.status)) {
    return { state: 'unreachable' };
  }
  const { refusal } = error;
  const read = detailsWithIds.safeParse(refusal.details);
  const ofAll = OF_ALL.has(refusal.code) ? sent : null;
  return { state: 'refused', refusal, ids: read.success ? read.data.ids : ofAll };
}
