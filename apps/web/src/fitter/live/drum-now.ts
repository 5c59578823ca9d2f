import type { DrumState } from '@tongyun/contracts';

/**
 * What a drum does by the setting of now. The fix beside it may have been stored under the setting of
 * a minute ago, and the fitter must see what his calibration did at once.
 */
export function drumNow(sent: DrumState | null, isInverted: boolean): DrumState | null {
  if (sent === null || sent === 'stopped' || !isInverted) return sent;
  return sent === 'forward' ? 'reverse' : 'forward';
}
