import type { PlannedLoadView } from '@tongyun/contracts';

const MS_PER_MIN = 60_000;

/** When a load's truck was back from its load before, and minutes from then until it loads; null: its first. */
export function freeBefore(
  loads: readonly PlannedLoadView[],
  load: PlannedLoadView,
): { readonly at: string; readonly spareMin: number } | null {
  const at = loads
    .filter(
      ({ vehicleId, loadFromAt }) =>
        vehicleId === load.vehicleId && Date.parse(loadFromAt) < Date.parse(load.loadFromAt),
    )
    .reduce<string | null>(
      (latest, { backAt }) =>
        latest === null || Date.parse(backAt) > Date.parse(latest) ? backAt : latest,
      null,
    );
  if (at === null) return null;
  return { at, spareMin: Math.round((Date.parse(load.loadFromAt) - Date.parse(at)) / MS_PER_MIN) };
}
