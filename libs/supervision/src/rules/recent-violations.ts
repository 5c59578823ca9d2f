/**
 * Days before the instant asked about in which a violation still counts as recent to an officer: the
 * month that a monthly pass runs (R2), so that its holder is seen as he used it.
 */
export const RECENT_VIOLATION_DAYS = 30;
