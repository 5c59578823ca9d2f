import { aBusyDay } from '../../../../../test/support/a-day.js';
import { replanSoundly, solveSoundly } from '../../../../../test/support/sound-plans.js';
import {
  type DayPlan,
  type DayProblem,
  groupsOf,
  priceDayPlan,
  type SearchLook,
} from '../index.js';

const STEPS = 60;
const spent = (step: number): number => step / STEPS;

const m3Of = ({ loads }: DayPlan): number =>
  loads.reduce((sum, { kind, m3 }) => sum + (kind === 'concrete' ? m3 : 0), 0);

/** Everything that a search says while it runs, and what it comes to. */
function watched(day: DayProblem): { looks: SearchLook[]; plan: DayPlan } {
  const looks: SearchLook[] = [];
  const plan = solveSoundly(day, { seed: 1, spent, onStep: (look) => looks.push(look()) });
  return { looks, plan };
}

describe('a search that is watched', () => {
  it.each([0, 1, 2, 3])('never says that its best plan has become worse (day %i)', (seed) => {
    const { looks } = watched(aBusyDay(seed));

    const points = looks.map((look) => look.points);
    expect(points).toEqual(points.toSorted((one, other) => other - one));
    expect(looks[0]!.steps).toBe(0);
    expect(looks.at(-1)!.steps).toBeGreaterThanOrEqual(STEPS);
  });

  it.each([0, 1, 2, 3])(
    'says of its best plan what the plan comes to in the end (day %i)',
    (seed) => {
      const day = { ...aBusyDay(seed), queueOrder: 'off' as const };
      const { looks, plan } = watched(day);
      const price = priceDayPlan(day, plan);
      const last = looks.at(-1)!;

      expect(last.servedM3).toBeCloseTo(m3Of(plan), 3);
      expect(last.wantedM3).toBe(day.orders.reduce((sum, { volumeM3 }) => sum + volumeM3, 0));
      expect(last.points).toBeCloseTo(price.points, 3);
      expect(last.unservedPoints).toBeCloseTo(price.unservedPoints, 3);
    },
  );

  it('is watched alike while a plan is mended', () => {
    const day = { ...aBusyDay(2), queueOrder: 'off' as const };
    const { plan } = watched(day);
    const looks: SearchLook[] = [];
    const mended = replanSoundly(day, plan, {
      seed: 1,
      spent,
      orders: groupsOf(day).flat(),
      onStep: (look) => looks.push(look()),
    });

    expect(looks).toHaveLength(STEPS + 1);
    expect(looks.at(-1)!.servedM3).toBeCloseTo(m3Of(mended), 3);
    expect(looks.at(-1)!.points).toBeCloseTo(priceDayPlan(day, mended).points, 3);
  });
});
