import { between, pick, seededRandom } from '@tongyun/kernel';
import { aDay, anOrder, aPump, aTruck, hours } from '../../../../test/support/a-day.js';
import { mostServedM3 } from '../../../../test/support/exact-day.js';
import { checkDayPlan, type DayProblem, solveDay } from './index.js';

const INSTANCES = 50;
const MEAN_GAP_MOST = 0.02;

/** Three mixers, one pump, two plants with a line each, and three or four orders that compete. */
function aTightDay(seed: number): DayProblem {
  const random = seededRandom(1_000 + seed);
  const day = aDay();
  const [line] = day.plants[0]!.lines;
  return {
    ...day,
    plants: [
      day.plants[0]!,
      { id: 'other', enterprise: 0, place: 5, open: hours(0, 24), lines: [line!] },
    ],
    trucks: [0, 1, 2].map(() => aTruck({ duty: hours(0, 9) })),
    pumps: [aPump()],
    orders: Array.from({ length: 3 + Math.floor(random() * 2) }, (_, index) => {
      const firstFromSec = Math.round(between(random, 2, 4.5) * 12) * 300;
      return anOrder({
        id: `order-${index}`,
        place: 1 + Math.floor(random() * 6),
        volumeM3: pick(random, [7, 10, 14, 18, 24]),
        firstFromSec,
        firstToSec: firstFromSec + pick(random, [0, 900, 1_800]),
        gapMaxSec: pick(random, [900, 1_800, 2_700]),
        sources: [{ plant: random() < 0.5 ? 0 : 1, maxM3: Infinity }],
        pumps: random() < 0.5 ? 1 : 0,
        reachM: 30,
      });
    }),
  };
}

const servedM3 = (day: DayProblem): number => {
  const plan = solveDay(day, { seed: 1, spent: (step) => step / 200 });
  expect(checkDayPlan(day, plan)).toEqual([]);
  return plan.loads.reduce((sum, { m3 }) => sum + m3, 0);
};

describe('the search beside every plan there is', () => {
  const rows = Array.from({ length: INSTANCES }, (_, seed) => {
    const day = aTightDay(seed);
    return {
      ordered: day.orders.reduce((sum, { volumeM3 }) => sum + volumeM3, 0),
      served: servedM3(day),
      most: mostServedM3(day),
    };
  });

  it('never serves more than any plan can', () => {
    expect(rows.filter(({ served, most }) => served > most + 1e-6)).toEqual([]);
  });

  it('serves within two per cent of the most, on average', () => {
    const gaps = rows.map(({ served, most }) => (most - served) / most);

    expect(gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length).toBeLessThanOrEqual(
      MEAN_GAP_MOST,
    );
  });

  it('is asked for more than can be had on many of them', () => {
    expect(rows.filter(({ most, ordered }) => most < ordered).length).toBeGreaterThan(
      INSTANCES / 4,
    );
  });
});
