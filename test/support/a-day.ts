import { between, pick, seededRandom } from '@tongyun/kernel';
import type {
  DayOrder,
  DayProblem,
  DayPump,
  DayTruck,
  TravelTable,
  ZoneCrossing,
} from '@tongyun/solver';

const HOUR = 3_600;
/** Places on a line, so that anybody can tell a way: place 0 is the first plant, a step is ten minutes. */
const STEP_SEC = 600;
const STEP_KM = 5;

export const hours = (from: number, to: number) => ({ fromSec: from * HOUR, toSec: to * HOUR });

function onALine(places: number): TravelTable {
  const table = (unit: number) =>
    Float32Array.from({ length: places * places }, (_, at) => {
      return Math.abs(Math.floor(at / places) - (at % places)) * unit;
    });
  return {
    places,
    freeSec: table(STEP_SEC),
    roadKm: table(STEP_KM),
    hourFactor: [1],
  };
}

/** The same ways with the zones that lie on some of them: from where, to where, and in which parts. */
export const throughZones = (
  travel: TravelTable,
  ways: readonly (readonly [from: number, to: number, parts: readonly ZoneCrossing[]])[],
): TravelTable => ({
  ...travel,
  crossings: new Map(ways.map(([from, to, parts]) => [from * travel.places + to, parts])),
});

export const aTruck = (given: Partial<DayTruck> = {}): DayTruck => ({
  id: 'mixer',
  enterprise: 0,
  worksFor: [0],
  startPlace: 0,
  endPlace: 0,
  duty: hours(0, 14),
  forbidden: [],
  zoneSpans: [[hours(0, 24)]],
  drumM3: 10,
  ...given,
});

export const aPump = (given: Partial<DayPump> = {}): DayPump => ({
  id: 'pump',
  enterprise: 0,
  worksFor: [0],
  startPlace: 0,
  endPlace: 0,
  duty: hours(0, 20),
  forbidden: [],
  zoneSpans: [[hours(0, 24)]],
  reachM: 40,
  setUpSec: 1_800,
  washSec: 1_200,
  ...given,
});

/** Thirty cubic metres by the chute, two steps from the first plant, wanted from the third hour on. */
export const anOrder = (given: Partial<DayOrder> = {}): DayOrder => ({
  id: 'order',
  place: 2,
  priority: 1,
  volumeM3: 30,
  firstFromSec: 3 * HOUR,
  firstToSec: 4 * HOUR,
  open: hours(0, 24),
  places: 1,
  dischargeSecPerM3: 90,
  dischargeFixedSec: 120,
  leaveSec: 180,
  spacingSec: 0,
  gapMaxSec: 2_700,
  ageMaxSec: 7_200,
  zone: -1,
  zoneSec: 0,
  sources: [{ plant: 0, maxM3: Infinity }],
  pumps: 0,
  reachM: 0,
  primingM3: 0,
  started: [],
  startedPumps: [],
  released: [],
  ...given,
});

/** A day of one enterprise with one plant at place 0, one line of 120 m³/h and three mixers. */
export const aDay = (given: Partial<DayProblem> = {}): DayProblem => ({
  nowSec: -Infinity,
  travel: onALine(8),
  plants: [
    {
      id: 'plant',
      enterprise: 0,
      place: 0,
      open: hours(0, 24),
      lines: [{ id: 'line', rateM3PerHour: 120, closed: [] }],
    },
  ],
  trucks: [aTruck(), aTruck(), aTruck()],
  pumps: [],
  orders: [anOrder()],
  limits: {
    loadFixedSec: 120,
    washSec: 300,
    drivingMaxSec: 4 * HOUR,
    breakSec: 1_200,
    dayDrivingMaxSec: 10 * HOUR,
    unnoticedSec: 600,
  },
  weights: {
    firstLatePerMin: 0.5,
    spacingPerMin: 1,
    waitPerMin: 0.3,
    plantWaitPerMin: 0.1,
    emptyPerKm: 0.4,
    wastePerM3: 0.5,
    changePerLoad: 15,
    fairnessPerTrip2: 0.1,
    fairnessPerHour2: 0.03,
    jumpPerLoad: 5,
  },
  ...given,
});

/** A day of two enterprises with joint pours, passes, pumps and more orders than are easy to serve. */
export function aBusyDay(seed: number): DayProblem {
  const random = seededRandom(seed);
  const day = aDay();
  const own = [{ plant: 0, maxM3: Infinity }];
  const other = [{ plant: 1, maxM3: Infinity }];
  const both = [
    { plant: 0, maxM3: 45 },
    { plant: 1, maxM3: 45 },
  ];
  const [line] = day.plants[0]!.lines;
  const noRush = [hours(0, 3), hours(5, 24)];
  return {
    ...day,
    plants: [
      ...day.plants,
      { id: 'other', enterprise: 1, place: 5, open: hours(1, 22), lines: [line!, line!] },
    ],
    trucks: Array.from({ length: 12 }, (_, index) =>
      aTruck({
        enterprise: index % 2,
        worksFor: index === 0 ? [0, 1] : [index % 2],
        startPlace: index % 2 === 0 ? 0 : 5,
        endPlace: index % 2 === 0 ? 0 : 5,
        drumM3: pick(random, [8, 9, 10, 12]),
        duty: random() < 0.5 ? hours(0, 12) : hours(3, 16),
        zoneSpans: [random() < 0.3 ? [] : random() < 0.5 ? noRush : [hours(0, 24)]],
      }),
    ),
    pumps: Array.from({ length: 4 }, (_, index) =>
      aPump({ enterprise: index % 2, worksFor: [index % 2], reachM: 35 + 5 * index }),
    ),
    orders: Array.from({ length: 14 }, (_, index) => {
      const firstFromSec = Math.round(between(random, 1.5, 9) * 12) * 300;
      const inZone = random() < 0.3;
      const isPumped = random() < 0.6;
      const isJoint = random() < 0.15;
      return anOrder({
        id: `order-${index}`,
        place: 1 + Math.floor(random() * 6),
        priority: pick(random, [0, 1, 1, 1, 2]),
        volumeM3: isJoint ? 80 : Math.round(between(random, 6, 60)),
        firstFromSec,
        firstToSec: firstFromSec + HOUR,
        places: isJoint ? 2 : 1,
        zone: inZone ? 0 : -1,
        zoneSec: inZone ? 300 : 0,
        sources: isJoint ? both : random() < 0.5 ? own : other,
        pumps: isPumped ? 1 : 0,
        reachM: isPumped ? between(random, 25, 45) : 0,
        primingM3: isPumped && random() < 0.4 ? 1 : 0,
      });
    }),
  };
}
