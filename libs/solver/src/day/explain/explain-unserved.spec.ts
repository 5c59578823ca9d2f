import { aDay, anOrder, aPump, aTruck, hours } from '../../../../../test/support/a-day.js';
import { solveSoundly } from '../../../../../test/support/sound-plans.js';
import { advanceDay, type DayOrder, type DayProblem, DayState, explainUnserved } from '../index.js';

const explain = (day: DayProblem) => explainUnserved(new DayState(day), 0);

describe('why an order is not served', () => {
  it('says nothing when it can be', () => {
    const state = new DayState(aDay());

    expect(explainUnserved(state, 0)).toBeNull();
    expect(state.plan()).toEqual({ loads: [], pumpJobs: [] });
  });

  it('names the rule that stands in the way of every truck', () => {
    const day = aDay({
      trucks: [aTruck({ zoneSpans: [[hours(9, 12)]] }), aTruck({ zoneSpans: [[]] })],
      orders: [anOrder({ volumeM3: 5, zone: 0 })],
    });

    expect(explain(day)).toMatchObject({ lacks: 'load', loadsPlaced: 0 });
    expect(Object.keys(explain(day)!.codes)).toEqual(['pass_hours']);
  });

  it('says how far a pour would come before it breaks off', () => {
    const day = aDay({ trucks: [aTruck()], orders: [anOrder({ volumeM3: 30, gapMaxSec: 600 })] });

    expect(explain(day)).toMatchObject({ lacks: 'load', loadsPlaced: 1 });
  });

  const HOUR = 3_600;
  const oneLoad = (given: Partial<DayOrder> = {}) =>
    anOrder({ volumeM3: 10, firstToSec: 3 * HOUR, ...given });
  const beside = (day: DayProblem): DayProblem => {
    const served = advanceDay(day, solveSoundly(day, { seed: 1, spent: () => 1 }), Infinity);
    return { ...served.problem, nowSec: day.nowSec, orders: [oneLoad(), ...served.problem.orders] };
  };
  const closed = [{ fromSec: 0, toSec: 4 * HOUR }];
  const [plant] = aDay().plants;
  const atPlant = (given: Partial<DayProblem['plants'][number]>) =>
    aDay({ plants: [{ ...plant!, ...given }], orders: [oneLoad()] });

  it.each([
    {
      why: 'its one truck is not back for its next load in time',
      day: aDay({ trucks: [aTruck()], orders: [anOrder({ gapMaxSec: 600 })] }),
      codes: { truck_busy: 1 },
    },
    {
      why: 'all trucks are with another pour',
      day: beside(aDay({ trucks: [aTruck(), aTruck()], orders: [anOrder({ volumeM3: 20 })] })),
      codes: { truck_busy: 2 },
    },
    {
      why: 'the duties of its drivers begin too late',
      day: aDay({ trucks: [aTruck({ duty: hours(5, 14) })], orders: [oneLoad()] }),
      codes: { truck_duty: 1 },
    },
    {
      why: 'its window is over',
      day: aDay({ nowSec: 4 * HOUR, trucks: [aTruck()], orders: [oneLoad()] }),
      codes: { cold_joint: 1 },
    },
    {
      why: 'its plant opens too late',
      day: atPlant({ open: hours(4, 9) }),
      codes: { plant_hours: 3 },
    },
    {
      why: 'all lines of its plant are taken',
      day: atPlant({ lines: [{ ...plant!.lines[0]!, closed }] }),
      codes: { line_busy: 3 },
    },
    {
      why: 'the quota of its plant is used up',
      day: aDay({ orders: [anOrder({ sources: [{ plant: 0, maxM3: 20 }] })] }),
      codes: { quota: 1 },
    },
    {
      why: 'no drum holds the mortar of its pumps',
      day: aDay({ pumps: [aPump()], orders: [oneLoad({ pumps: 1, primingM3: 12 })] }),
      codes: { drum: 3 },
    },
  ])('says so where $why', ({ day, codes }) => {
    expect(explain(day)).toMatchObject({ lacks: 'load', codes });
  });

  it.each([
    // One of the three trucks is at the site with the first load.
    {
      why: 'closes before the pour could end',
      open: hours(0, 3.5),
      loadsPlaced: 1,
      codes: { site_hours: 2, truck_busy: 1 },
    },
    {
      why: 'closes before it could begin',
      open: hours(0, 3),
      loadsPlaced: 0,
      codes: { site_hours: 3 },
    },
    {
      why: 'opens after it has to begin',
      open: hours(5, 24),
      loadsPlaced: 0,
      codes: { site_hours: 1 },
    },
  ])('names the hours of a site that $why', ({ open, loadsPlaced, codes }) => {
    expect(explain(aDay({ orders: [anOrder({ open })] }))).toEqual({
      order: 0,
      lacks: 'load',
      loadsPlaced,
      codes,
    });
  });

  it('names what keeps the pumps away', () => {
    const day = aDay({
      pumps: [aPump({ reachM: 30 })],
      orders: [anOrder({ pumps: 1, reachM: 42 })],
    });

    expect(explain(day)).toMatchObject({ lacks: 'pump', codes: { pump_reach: 1 } });
  });

  it.each([
    { why: 'both come in time', duty: hours(0, 20), codes: null },
    { why: 'the second comes when it is too old', duty: hours(6, 20), codes: { concrete_age: 1 } },
    { why: 'the second may not come', duty: hours(0, 3.5), codes: { pump_duty: 1 } },
  ])('names the age of what waits for its pumps: $why', ({ duty, codes }) => {
    const loaded = { truck: 0, plant: 0, line: 0, place: 0, m3: 10, refusedM3: 0 };
    const times = {
      loadFromSec: 10_000,
      loadToSec: 10_500,
      arriveSec: 11_700,
      dischargeFromSec: 11_700,
      dischargeToSec: 12_600,
      leaveSec: 12_800,
    };
    const day = aDay({
      nowSec: 10_800,
      pumps: [aPump(), aPump({ duty })],
      orders: [
        anOrder({
          volumeM3: 10,
          pumps: 2,
          started: [{ ...loaded, ...times, kind: 'concrete' }],
        }),
      ],
    });

    expect(explain(day)?.codes ?? null).toEqual(codes);
  });
});
