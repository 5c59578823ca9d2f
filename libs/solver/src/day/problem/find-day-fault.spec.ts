import {
  aBusyDay,
  aDay,
  anOrder,
  aPump,
  aTruck,
  throughZones,
} from '../../../../../test/support/a-day.js';
import { replanSoundly, solveSoundly } from '../../../../../test/support/sound-plans.js';
import { type DayProblem, findDayFault, withJams } from '../index.js';

const plant = aDay().plants[0]!;
const line = plant.lines[0]!;
const load = {
  truck: 9,
  plant: 0,
  line: 0,
  place: 0,
  m3: 8,
  kind: 'concrete',
  refusedM3: 0,
  loadFromSec: 0,
  loadToSec: 1,
  arriveSec: 2,
  dischargeFromSec: 3,
  dischargeToSec: 4,
  leaveSec: 5,
} as const;

const jam = { fromSec: 0, toSec: 1, places: [0], factor: 1 };
const crossing = (zone: number, from: number, to: number, end = 0) => ({
  travel: throughZones(aDay().travel, [[2, end, [{ zone, from, to }]]]),
});

describe('a day that makes no sense', () => {
  it('is not one that makes sense', () => {
    expect(findDayFault(aDay())).toBeNull();
    expect(findDayFault(aBusyDay(1))).toBeNull();
  });

  it.each<[string, Partial<DayProblem>]>([
    ['the travel table', { travel: { ...aDay().travel, places: 9 } }],
    ['a jam makes no sense', { travel: withJams(aDay().travel, [{ ...jam, factor: 0.5 }]) }],
    ['a jam makes no sense', { travel: withJams(aDay().travel, [{ ...jam, places: [8] }]) }],
    ['jams are not known', { travel: { ...aDay().travel, jams: { all: [jam], at: [] } } }],
    ['plant plant is at an unknown place', { plants: [{ ...plant, place: 8 }] }],
    [
      'a line that loads nothing',
      { plants: [{ ...plant, lines: [{ ...line, rateM3PerHour: 0 }] }] },
    ],
    ['closes before it opens', { plants: [{ ...plant, open: { fromSec: 2, toSec: 1 } }] }],
    ['has no drum', { trucks: [aTruck({ drumM3: 0 })] }],
    ['mixer is at an unknown place', { trucks: [aTruck({ startPlace: -1 })] }],
    ['pump works for nobody', { pumps: [aPump({ worksFor: [] })] }],
    ['order order is at an unknown place', { orders: [anOrder({ place: 1.5 })] }],
    ['is at no site', { orders: [anOrder({ site: -1 })] }],
    ['has no volume', { orders: [anOrder({ volumeM3: Number.NaN })] }],
    ['has no place to discharge', { orders: [anOrder({ places: 0 })] }],
    ['must begin before it may', { orders: [anOrder({ firstToSec: 0 })] }],
    ['takes no time', { orders: [anOrder({ dischargeSecPerM3: 0 })] }],
    ['is in an unknown zone', { orders: [anOrder({ zone: 1 })] }],
    [
      'loads in less than no time',
      { orders: [anOrder({ sources: [{ plant: 0, maxM3: 1, loadFixedSec: -1 }] })] },
    ],
    ['through an unknown zone', crossing(1, 0, 1)],
    ['through an unknown zone', crossing(0, 0.5, 1.5)],
    ['through an unknown zone', crossing(0, 0.5, 0.4)],
    ['zones are known of an unknown way', crossing(0, 0, 1, 48)],
    ['has an unknown plant', { orders: [anOrder({ sources: [{ plant: 3, maxM3: 1 }] })] }],
    ['a started load of nobody', { orders: [anOrder({ started: [load] })] }],
    [
      'an unknown pump standing',
      { orders: [anOrder({ startedPumps: [{ pump: 0, readySec: 0, washSec: 0 }] })] },
    ],
  ])('is told: %s', (words, given) => {
    const day = aDay(given);

    expect(findDayFault(day)).toContain(words);
    expect(() => solveSoundly(day, { seed: 1, spent: () => 1 })).toThrow(RangeError);
    expect(() =>
      replanSoundly(day, { loads: [], pumpJobs: [] }, { seed: 1, orders: [0], spent: () => 1 }),
    ).toThrow(RangeError);
  });
});
