import { between, pick, seededRandom } from '@tongyun/kernel';
import { aDay, anOrder, aPump, aTruck, hours } from '../../../../test/support/a-day.js';
import { solveSoundly } from '../../../../test/support/sound-plans.js';
import { isMore, m3ByPriority, mostServedM3 } from '../../../../test/support/exact-day.js';
import { checkDayPlan, type DayOrder, type DayProblem, type Source } from './index.js';

const INSTANCES = 60;
const MEAN_GAP_MOST = 0.02;
/** Passes: all day, not in the rush, from late morning on. */
const PASSES = [[hours(0, 24)], [hours(0, 3), hours(4.5, 24)], [hours(3.5, 24)]] as const;
const SITE = 0;

/**
 * Three mixers with drums and passes of their own, one pump, two plants with a line each, and three or four
 * orders that compete: of any priority, in a zone or not, by chute, by two chutes or by pump with mortar first,
 * from one plant or from both within quotas; two of them may be at one site.
 */
function aTightDay(seed: number): DayProblem {
  const random = seededRandom(1_000 + seed);
  const day = aDay();
  const [line] = day.plants[0]!.lines;
  const count = 3 + Math.floor(random() * 2);
  const isSiteShared = random() < 0.4;
  return {
    ...day,
    plants: [
      day.plants[0]!,
      { id: 'other', enterprise: 0, place: 5, open: hours(0, 24), lines: [line!] },
    ],
    trucks: [0, 1, 2].map(() =>
      aTruck({
        duty: hours(0, 9),
        drumM3: pick(random, [8, 10, 12]),
        zoneSpans: [pick(random, PASSES)],
      }),
    ),
    pumps: [aPump({ zoneSpans: [[hours(2, 24)]] })],
    orders: Array.from({ length: count }, (_, index) => {
      const order = aTightOrder(random, index);
      return isSiteShared && index < 2 ? { ...order, site: SITE, place: 2, zone: -1 } : order;
    }),
  };
}

function aTightOrder(random: () => number, index: number): DayOrder {
  const firstFromSec = Math.round(between(random, 2, 4.5) * 12) * 300;
  const volumeM3 = pick(random, [7, 10, 14, 18, 24]);
  const isPumped = random() < 0.5;
  const isInZone = random() < 0.3;
  return anOrder({
    id: `order-${index}`,
    place: 1 + Math.floor(random() * 6),
    priority: pick(random, [0, 1, 1, 1, 2]),
    volumeM3,
    firstFromSec,
    firstToSec: firstFromSec + pick(random, [0, 900, 1_800]),
    gapMaxSec: pick(random, [900, 1_800, 2_700]),
    zone: isInZone ? 0 : -1,
    zoneSec: isInZone ? 300 : 0,
    sources: someSources(random, volumeM3),
    places: !isPumped && random() < 0.3 ? 2 : 1,
    pumps: isPumped ? 1 : 0,
    reachM: isPumped ? 30 : 0,
    primingM3: isPumped && random() < 0.4 ? 1 : 0,
  });
}

/** One plant, or both with quotas that do not leave much. */
function someSources(random: () => number, volumeM3: number): Source[] {
  if (random() < 0.7) return [{ plant: random() < 0.5 ? 0 : 1, maxM3: Infinity }];
  const half = Math.ceil(volumeM3 / 2);
  return [
    { plant: 0, maxM3: half + pick(random, [0, 4]) },
    { plant: 1, maxM3: half },
  ];
}

function servedM3(day: DayProblem): number[] {
  const plan = solveSoundly(day, { seed: 1, spent: (step) => step / 200 });
  expect(checkDayPlan(day, plan)).toEqual([]);
  const served = new Set(plan.loads.map(({ order }) => order));
  return m3ByPriority(day.orders.filter((_, order) => served.has(order)));
}

/** What is missing of the first priority of which the most is not served, as a share of all that could be. */
function gapOf({ served, most }: { served: readonly number[]; most: readonly number[] }): number {
  const lacks = most.map((m3, priority) => m3 - served[priority]!).find((m3) => m3 !== 0) ?? 0;
  return lacks / most.reduce((sum, m3) => sum + m3, 0);
}

describe('the search beside every plan there is', () => {
  const days = Array.from({ length: INSTANCES }, (_, seed) => aTightDay(seed));
  const rows = days.map((day) => ({
    ordered: m3ByPriority(day.orders),
    served: servedM3(day),
    most: mostServedM3(day),
  }));

  it('never serves more than any plan can', () => {
    expect(rows.filter(({ served, most }) => isMore(served, most))).toEqual([]);
  });

  it('serves within two per cent of the most, on average', () => {
    const gaps = rows.filter(({ most }) => isMore(most, [0, 0, 0])).map(gapOf);

    expect(gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length).toBeLessThanOrEqual(
      MEAN_GAP_MOST,
    );
  });

  it('is asked for more than can be had on many of them', () => {
    expect(rows.filter(({ most, ordered }) => isMore(ordered, most)).length).toBeGreaterThan(
      INSTANCES / 4,
    );
  });

  it.each<[string, (day: DayProblem) => boolean]>([
    ['zones', ({ orders }) => orders.some(({ zone }) => zone >= 0)],
    ['mortar', ({ orders }) => orders.some(({ primingM3 }) => primingM3 > 0)],
    ['quotas', ({ orders }) => orders.some(({ sources }) => sources.length > 1)],
    ['priorities', ({ orders }) => new Set(orders.map(({ priority }) => priority)).size > 1],
    ['unequal drums', ({ trucks }) => new Set(trucks.map(({ drumM3 }) => drumM3)).size > 1],
    ['several places', ({ orders }) => orders.some(({ places }) => places > 1)],
    ['a shared site', ({ orders }) => orders.some(({ site }) => site !== undefined)],
  ])('meets %s on many of them', (_what, isMet) => {
    expect(days.filter((day) => isMet(day)).length).toBeGreaterThan(INSTANCES / 6);
  });
});
