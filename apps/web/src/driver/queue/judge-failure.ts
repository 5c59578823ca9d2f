import { ApiRefusal } from '../../api/api-refusal.js';
import type { SendOutcome } from './offline-queue.js';

/** Refusals of what was sent, which a repeat cannot cure. */
const FINAL_STATUSES = new Set([400, 404, 409, 410, 413, 422]);

/** Says what a failed request means for what was in it; a sign-in that ended loses nothing. */
export function judgeFailure(error: unknown): SendOutcome {
  return error instanceof ApiRefusal && FINAL_STATUSES.has(error.status)
    ? { state: 'refused', refusal: error.refusal }
    : { state: 'unreachable' };
}
