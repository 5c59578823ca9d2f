import { ApiRefusal } from '../api/api-refusal.js';

/** Whether nothing came of a search because somebody gave it up: no fault of anybody. */
export const isCancelled = (error: unknown): boolean =>
  error instanceof ApiRefusal && error.refusal.code === 'PLANNING_CANCELLED';
