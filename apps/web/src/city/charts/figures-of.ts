import type {
  AlertCode,
  CityDaysView,
  CityFiguresView,
  TrackedRunsView,
  ViolatorsView,
} from '@tongyun/contracts';
import { byDistrict, perThousandTrips, totalsOf } from '../totals.js';
import type { ChartFigures } from './chart-figures.js';

/** As many enterprises or vehicles as can be told apart in one chart. */
const MOST_BARS = 12;

/**
 * Volume of each district of the whole city, or of the largest enterprises of a part of it, beside
 * what its lines can make in the days of the period.
 *
 * The plan is the city's: where the whole city is shown, each district's share of it is as large as
 * its share of the design capacity; of a part there is none to show.
 */
export function volumeFigures(
  view: CityFiguresView,
  isWholeCity: boolean,
  words: { readonly m3: string; readonly plan: string; readonly design: string },
): ChartFigures {
  const { enterprises, days, planM3 } = view;
  const cityDesignM3 = totalsOf(enterprises, days).designM3;
  const parts = isWholeCity
    ? byDistrict(view)
    : enterprises.map((row) => [row.name, [row]] as const);
  const rows = parts
    .map(([name, members]) => ({ name, ...totalsOf(members, days) }))
    .filter(({ m3, designM3 }) => m3 + designM3 > 0)
    .toSorted((a, b) => b.m3 - a.m3 || b.designM3 - a.designM3)
    .slice(0, isWholeCity ? undefined : MOST_BARS);
  const hasPlan = isWholeCity && planM3 !== null && cityDesignM3 > 0;
  const plan = {
    name: words.plan,
    tone: 'target' as const,
    values: rows.map(({ designM3 }) => ((planM3 ?? 0) * designM3) / cityDesignM3),
  };
  return {
    direction: 'lying',
    names: rows.map(({ name }) => name),
    series: [
      { name: words.m3, tone: 'done', values: rows.map(({ m3 }) => m3) },
      ...(hasPlan ? [plan] : []),
      { name: words.design, tone: 'most', values: rows.map(({ designM3 }) => designM3) },
    ],
  };
}

/** Volume day by day as bars, and the trips that carried it as a line. */
export const dayFigures = (
  days: CityDaysView['items'],
  words: { readonly m3: string; readonly trips: string },
): ChartFigures => ({
  direction: 'upright',
  names: days.map(({ on }) => on.slice(5)),
  series: [
    { name: words.m3, tone: 'done', values: days.map(({ m3 }) => m3) },
    { name: words.trips, tone: 'target', values: days.map(({ trips }) => trips), isLine: true },
  ],
});

/** Alerts by kind per 1,000 trips, the most frequent first; their plain number without trips. */
export function alertFigures(
  { enterprises, days }: CityFiguresView,
  nameOf: (code: AlertCode) => string,
  words: { readonly perThousand: string; readonly count: string },
): ChartFigures {
  const { byCode, trips } = totalsOf(enterprises, days);
  const kinds = (Object.entries(byCode) as [AlertCode, number][]).toSorted(([, a], [, b]) => b - a);
  return {
    direction: 'lying',
    names: kinds.map(([code]) => nameOf(code)),
    series: [
      {
        name: trips === 0 ? words.count : words.perThousand,
        tone: 'done',
        values: kinds.map(([, count]) => perThousandTrips(count, trips) ?? count),
      },
    ],
  };
}

/** The vehicles with the most alerts, as the server has them: the worst first. */
export function violatorFigures(
  items: ViolatorsView['items'],
  words: { readonly alerts: string; readonly noPlate: string },
): ChartFigures {
  const worst = items.slice(0, MOST_BARS);
  return {
    direction: 'lying',
    names: worst.map(({ plateNo }) => plateNo ?? words.noPlate),
    series: [{ name: words.alerts, tone: 'done', values: worst.map(({ alerts }) => alerts) }],
  };
}

/** Declared volume day by day beside the most that tracked departures can have carried. */
export const declaredFigures = (
  days: TrackedRunsView['items'],
  words: { readonly declared: string; readonly tracked: string },
): ChartFigures => ({
  direction: 'upright',
  names: days.map(({ on }) => on.slice(5)),
  series: [
    { name: words.declared, tone: 'done', values: days.map(({ declaredM3 }) => declaredM3) },
    { name: words.tracked, tone: 'most', values: days.map(({ runsM3 }) => runsM3) },
  ],
});
