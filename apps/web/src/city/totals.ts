import type { AlertCode, CityFiguresView, EnterpriseFigures } from '@tongyun/contracts';

const DAYS_PER_YEAR = 365;

/** Sums over enterprises, as tiles, charts and the ledger show them. */
export interface Totals {
  readonly plants: number;
  readonly lines: number;
  readonly mixers: number;
  readonly pumps: number;
  readonly registered: number;
  readonly withPass: number;
  readonly heard: number;
  readonly drivers: number;
  readonly trained: number;
  readonly trips: number;
  readonly declaredTrips: number;
  readonly m3: number;
  /** What the lines can make in the days of the period. */
  readonly designM3: number;
  readonly alerts: number;
  readonly byCode: Partial<Record<AlertCode, number>>;
}

/** Sums the figures of some enterprises over a period of so many days. */
export function totalsOf(rows: readonly EnterpriseFigures[], days: number): Totals {
  const sum = (valueOf: (row: EnterpriseFigures) => number): number =>
    rows.reduce((total, row) => total + valueOf(row), 0);
  const byCode: Partial<Record<AlertCode, number>> = {};
  for (const { alerts } of rows) {
    for (const [code, count] of Object.entries(alerts) as [AlertCode, number][]) {
      byCode[code] = (byCode[code] ?? 0) + count;
    }
  }
  return {
    plants: sum(({ plants }) => plants),
    lines: sum(({ lines }) => lines),
    mixers: sum(({ mixers }) => mixers),
    pumps: sum(({ pumps }) => pumps),
    registered: sum(({ registeredVehicles }) => registeredVehicles),
    withPass: sum(({ vehiclesWithPass }) => vehiclesWithPass),
    heard: sum(({ vehiclesHeard }) => vehiclesHeard),
    drivers: sum(({ drivers }) => drivers),
    trained: sum(({ trainedDrivers }) => trainedDrivers),
    trips: sum(({ trips, declaredTrips }) => trips + declaredTrips),
    declaredTrips: sum(({ declaredTrips }) => declaredTrips),
    m3: sum(({ m3, declaredM3 }) => m3 + declaredM3),
    designM3: (sum(({ designM3PerYear }) => designM3PerYear) * days) / DAYS_PER_YEAR,
    alerts: Object.values(byCode).reduce((total, count) => total + count, 0),
    byCode,
  };
}

/** Alerts per 1,000 trips; null without trips to measure them by. */
export const perThousandTrips = (alerts: number, trips: number): number | null =>
  trips === 0 ? null : (alerts / trips) * 1_000;

/** A share in words, `62 %`; null when there is nothing to share. */
export const shareOf = (part: number, whole: number): string | null =>
  whole === 0 ? null : `${((part / whole) * 100).toFixed(whole > part * 20 ? 1 : 0)} %`;

/** Rows by district, in the order in which the server gives them. */
export function byDistrict({
  enterprises,
}: Pick<CityFiguresView, 'enterprises'>): [district: string, rows: EnterpriseFigures[]][] {
  const found = new Map<string, EnterpriseFigures[]>();
  for (const row of enterprises) {
    found.set(row.district, [...(found.get(row.district) ?? []), row]);
  }
  return [...found];
}
