import { aDay, anOrder, aTruck } from '../../../../../test/support/a-day.js';
import { solveSoundly } from '../../../../../test/support/sound-plans.js';
import { checkDayPlan, type DayPlan, type DayProblem, type StartedLoad } from '../index.js';

const HOUR = 3_600;
const MIN = 60;
const NOW = 3 * HOUR;
/** Ten minutes from one place to the next: the second plant is fifty from the first, thirty from a site at 2. */
const [near] = aDay().plants;
const plants = [near!, { ...near!, id: 'far', place: 5 }];
const began = (leaveSec: number): StartedLoad => ({
  truck: 0,
  plant: 0,
  line: 0,
  place: 0,
  m3: 10,
  kind: 'concrete',
  refusedM3: 0,
  loadFromSec: HOUR,
  loadToSec: HOUR + 420,
  arriveSec: HOUR + 1_620,
  dischargeFromSec: HOUR + 1_620,
  dischargeToSec: leaveSec - 180,
  leaveSec,
});
const minutes = (count: number): number => NOW + count * MIN;
const wanted = anOrder({ place: 3, volumeM3: 10, firstFromSec: NOW, firstToSec: 9 * HOUR });

interface Given {
  /** Where the load is to come from. */
  readonly plant?: number;
  readonly endPlace?: number;
  /** When it has left a site at 2 after its first load; left out: it has had none. */
  readonly leftSec?: number;
  /** What its driver was told: the plant and when to leave it. */
  readonly told?: readonly [number, number];
}

/** A day at three o'clock with one truck, whose duty began at midnight at the first plant. */
function dayOf({ plant = 1, endPlace = 0, leftSec, told }: Given): DayProblem {
  const started = leftSec === undefined ? [] : [began(leftSec)];
  const released = told === undefined ? [] : [{ truck: 0, plant: told[0], loadToSec: told[1] }];
  return aDay({
    nowSec: NOW,
    plants,
    trucks: [aTruck({ endPlace })],
    orders: [
      { ...wanted, released, sources: [{ plant, maxM3: Infinity }] },
      anOrder({ id: 'had', volumeM3: 10 * started.length, started }),
    ],
  });
}

/** The first load that is chosen, and the codes of a plan that has it one minute sooner. */
function loadOf(day: DayProblem): { loadMin: number; tooSoon: string[] } {
  const plan = solveSoundly(day, { seed: 1, spent: () => 1 });
  const chosen = plan.loads.find(({ started }) => !started)!;
  const sooner: DayPlan = {
    ...plan,
    loads: plan.loads.map((load) => {
      if (load !== chosen) return load;
      return { ...load, loadFromSec: load.loadFromSec - MIN, loadToSec: load.loadToSec - MIN };
    }),
  };
  const tooSoon = checkDayPlan(day, sooner).map(({ code }) => code);
  return { loadMin: (chosen.loadFromSec - NOW) / MIN, tooSoon };
}

/** Too short a window to rest at the plant before it loads. */
const limited = (day: DayProblem, drivingMin: number): DayProblem => {
  const { loadMin } = loadOf(day);
  const [first, ...others] = day.orders;
  return {
    ...day,
    orders: [{ ...first!, firstToSec: minutes(loadMin + 30) }, ...others],
    limits: { ...day.limits, drivingMaxSec: drivingMin * MIN, breakSec: 20 * MIN },
  };
};

const isBrought = (day: DayProblem): boolean =>
  solveSoundly(day, { seed: 1, spent: () => 1 }).loads.some(({ started }) => !started);

describe('a truck that is free by now', () => {
  it.each([
    { why: 'from home to another plant', day: {}, loadMin: 50, code: 'truck_duty' },
    {
      why: 'from home, where it has been back for long, to another plant, washed out',
      day: { leftSec: minutes(-60) },
      loadMin: 55,
      code: 'truck_busy',
    },
    {
      why: 'from its way home to another plant, as from where that began',
      day: { leftSec: minutes(-1) },
      loadMin: 35,
      code: 'truck_busy',
    },
    {
      why: 'from the plant that it was told to load at',
      day: { plant: 0, told: [1, minutes(10)] as const },
      loadMin: 50,
      code: 'truck_duty',
    },
    {
      why: 'from the plant that it was told to go to after its last load',
      day: { plant: 0, leftSec: minutes(-40), told: [1, minutes(10)] as const },
      loadMin: 55,
      code: 'truck_busy',
    },
  ])('is sent now, $why', ({ day, loadMin, code }) => {
    const found = loadOf(dayOf(day));

    expect(found.loadMin).toBe(loadMin);
    expect(found.tooSoon).toContain(code);
  });

  it.each([
    { why: 'at home', day: { plant: 0 }, loadMin: 0 },
    {
      why: 'where its day ends, after a load',
      day: { endPlace: 5, leftSec: minutes(-40) },
      loadMin: 0,
    },
    { why: 'to be back home from a load', day: { plant: 0, leftSec: minutes(-5) }, loadMin: 20 },
    // Seven minutes are its loading.
    { why: 'where it was told to load', day: { told: [1, minutes(17)] as const }, loadMin: 10 },
    {
      why: 'where it was told to go after its last load',
      day: { leftSec: minutes(-40), told: [1, minutes(20)] as const },
      loadMin: 0,
    },
  ])('is reckoned $why as it set out for it', ({ day, loadMin }) => {
    expect(loadOf(dayOf(day)).loadMin).toBe(loadMin);
  });

  it('goes from its site to any plant when it is still there', () => {
    expect(loadOf(dayOf({ leftSec: minutes(5) })).loadMin).toBe(40);
  });

  describe('by its driving hours', () => {
    it('has rested where it stood before it is sent', () => {
      const day = dayOf({ leftSec: minutes(-60) });

      // Home 20, where it stands for 40, to the other plant 50 and on to the site 20.
      expect(loadOf(limited(day, 70)).loadMin).toBe(55);
      expect(isBrought(limited(day, 69))).toBe(false);
    });

    it('has driven to where it stood for no rest', () => {
      const day = dayOf({ leftSec: minutes(-30) });
      const plan = solveSoundly(limited(day, 90), { seed: 1, spent: () => 1 });

      expect(isBrought(limited(day, 90))).toBe(true);
      expect(isBrought(limited(day, 89))).toBe(false);
      expect(checkDayPlan(limited(day, 89), plan)).toEqual([
        expect.objectContaining({ code: 'driving_hours' }),
      ]);
    });

    it('has driven until it turns round', () => {
      const day = dayOf({ leftSec: minutes(-15) });
      const plan = solveSoundly(limited(day, 65), { seed: 1, spent: () => 1 });

      // 15 towards home, 30 as from the site to the other plant, 20 to the next site.
      expect(isBrought(limited(day, 65))).toBe(true);
      expect(isBrought(limited(day, 64))).toBe(false);
      expect(checkDayPlan(limited(day, 64), plan)).toEqual([
        expect.objectContaining({ code: 'driving_hours' }),
      ]);
    });
  });
});
