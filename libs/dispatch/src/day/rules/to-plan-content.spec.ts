import type { Span } from '@tongyun/solver';
import {
  aDay,
  anOrder,
  aPump,
  aTruck,
  hours,
  throughZones,
} from '../../../../../test/support/a-day.js';
import { solveSoundly } from '../../../../../test/support/sound-plans.js';
import type { DayFacts } from './day-facts.js';
import type { PlannedDay } from './to-day-problem.js';
import { toPlanContent } from './to-plan-content.js';

const HOUR = 3_600;
const MIN = 60;
const BEGINS = new Date('2026-11-24T00:00:00Z');
const [plant] = aDay().plants;
const orderRow = (id: string) => ({ id, grade: 'C30', plantQuotas: [], durations: {} });
const facts = {
  day: { from: BEGINS, to: new Date(+BEGINS + 24 * HOUR * 1_000) },
  plants: [
    { id: 'home', lines: [{ id: 'line' }] },
    { id: 'other', lines: [{ id: 'other line' }] },
  ],
  orders: [orderRow('first'), orderRow('second')],
  loads: [],
  pumpJobs: [],
  returns: [],
} as unknown as DayFacts;
const earlier = { loads: [], pumpJobs: [], frozenUntil: null };
const clock = (sec: number): string => new Date(+BEGINS + sec * 1_000).toISOString();

/** Two pumped pours, one at 3 and one at 7 o'clock, two steps of ten minutes apart; the truck lives elsewhere. */
function contentOf(pass: readonly Span[]) {
  const orders = [3, 7].map((hour, at) =>
    anOrder({
      place: at === 0 ? 2 : 4,
      volumeM3: 8,
      pumps: 1,
      reachM: 30,
      firstFromSec: hour * HOUR,
      firstToSec: hour * HOUR,
      sources: [{ plant: 1, maxM3: Infinity }],
    }),
  );
  const day = aDay({
    plants: [plant!, { ...plant!, id: 'other', place: 5 }],
    trucks: [aTruck()],
    pumps: [aPump({ zoneSpans: [pass] })],
    orders,
  });
  const travel = throughZones(day.travel, [[2, 4, [{ zone: 0, from: 0, to: 0.5 }]]]);
  const problem = { ...day, travel };
  const plan = solveSoundly(problem, { seed: 1, spent: () => 1 });
  const planned = {
    problem,
    facts,
    travelSource: 'estimate',
    trucks: [{ id: 'truck', driverId: 'driver' }],
    pumps: [{ id: 'pump', driverId: 'operator' }],
    fixedLoads: [[], []],
    fixedPumps: [[], []],
  } as unknown as PlannedDay;
  return { plan, content: toPlanContent(planned, plan, [], [], earlier) };
}

describe('what a plan says of ways without concrete', () => {
  const always = contentOf([hours(0, 24)]);
  const [first, second] = always.plan.pumpJobs;

  it('is when a truck sets out to where it loads first, and of no later load', () => {
    const [load, next] = always.plan.loads.toSorted(
      (one, two) => one.loadFromSec - two.loadFromSec,
    );

    expect(always.content.loads.map(({ orderId, setOutAt }) => [orderId, setOutAt])).toEqual([
      ['first', clock(load!.loadFromSec - 50 * MIN)],
      ['second', undefined],
    ]);
    expect(next!.loadFromSec).toBeGreaterThan(load!.leaveSec);
  });

  it('is that a pump sets out in time to be set up, and when it is home after its last job', () => {
    const standsSec = second!.readySec - 30 * MIN;

    expect(always.content.pumpJobs[1]).toMatchObject({
      departAt: clock(standsSec - 20 * MIN),
      backAt: clock(second!.leaveSec + 40 * MIN),
    });
    expect(always.content.pumpJobs[1]).not.toHaveProperty('arriveAt');
    expect(always.content.pumpJobs[0]).not.toHaveProperty('backAt');
  });

  it('is that it drives on at once where its pass does not let it drive later, and waits there', () => {
    const { content } = contentOf([hours(0, 5), hours(8, 24)]);

    expect(content.pumpJobs[1]).toMatchObject({
      departAt: clock(first!.leaveSec),
      arriveAt: clock(first!.leaveSec + 20 * MIN),
      readyAt: clock(second!.readySec),
    });
  });
});
