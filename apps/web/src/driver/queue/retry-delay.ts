const FIRST_MS = 2_000;
const LONGEST_MS = 60_000;

/**
 * How long to wait before sending again, ms: doubled with each failure, at most a minute.
 *
 * @param failures how often in a row the server was not reached, from 1
 * @param luck [0, 1): spreads the phones of a fleet that comes back into coverage together
 */
export function computeRetryDelayMs(failures: number, luck: number): number {
  const fullMs = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 10));
  return Math.round(fullMs * (0.5 + luck / 2));
}
