import { LEVEL_RANK, type TellingLevel, type TellingOccasion } from './plan-tellings.js';

/**
 * Finds what there is to tell of an alert that was not told yet; null: nothing.
 *
 * An alert that is over before anybody was told still opened: that is told first.
 */
export function findOccasion(
  alert: { readonly level: TellingLevel; readonly endedAt: Date | null },
  told: readonly { readonly occasion: TellingOccasion; readonly level: TellingLevel }[],
): TellingOccasion | null {
  if (told.length === 0) return 'opened';
  if (told.some(({ occasion }) => occasion === 'ended')) return null;
  if (alert.endedAt !== null) return 'ended';
  return told.every(({ level }) => LEVEL_RANK[level] < LEVEL_RANK[alert.level])
    ? 'escalated'
    : null;
}
