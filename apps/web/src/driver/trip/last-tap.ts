const KEY = 'tongyun.driver.lastTap';

/** When the button was tapped last, also over a reload; null when it was not. */
export function readLastTap(storage: Pick<Storage, 'getItem'>): Date | null {
  const kept = storage.getItem(KEY);
  if (kept === null) return null;
  const at = new Date(kept);
  return Number.isNaN(at.getTime()) ? null : at;
}

export const keepLastTap = (storage: Pick<Storage, 'setItem'>, at: Date): void =>
  storage.setItem(KEY, at.toISOString());
