import { destination, wgs84 } from '@tongyun/geo';
import { drawnPath } from '../../../../../test/support/drawn-path.js';
import { placeOfColumn } from '../../../../../test/support/drawn-path.js';
import { aJudgeContext, aTripFacts, aZoneMap } from '../../../../../test/support/judge-scenes.js';
import { aPass, at, aVehicle, aZone } from '../../../../../test/support/permission-facts.js';
import type { JudgeContext } from '../context.js';
import type { JudgeEvent } from '../events.js';
import type { DutyFacts, FixInput, JudgeInput, PumpFacts, TripFacts } from '../inputs.js';
import { judgeInput } from '../pipeline.js';
import { NOTHING_KNOWN, type WatchedCode } from '../track-state.js';
import { WATCHES } from './index.js';

const KM = 1_000;
const training = { hasPassed: true, passedOn: '2026-01-10', expiresOn: '2027-01-09' };
const TRAINED: DutyFacts = {
  driverId: 'driver-1',
  enterpriseId: 'own',
  trainings: [
    { kind: 'skill', ...training },
    { kind: 'safety', ...training },
  ],
};

/** A plant at column 0 and a site at column 20; a column is half a kilometre. */
const COLUMN_M = KM / 2;
const PLANT = { id: 'plant-1', ...placeOfColumn(0, COLUMN_M), radiusM: 200 };
const SITE = { id: 'site-1', ...placeOfColumn(20, COLUMN_M), radiusM: 200 };

const TOWN = '                    ====================';

const scene = (change: Partial<JudgeContext> = {}): JudgeContext =>
  aJudgeContext({ plantsOf: () => [PLANT], modeOf: () => 'dispatch' as const, ...change });

const trip = (clock: string, change: Partial<TripFacts> | null, duty = TRAINED): JudgeInput => ({
  kind: 'trip_changed',
  at: at(clock),
  trip: change === null ? null : aTripFacts({ plant: PLANT, site: SITE, ...change }),
  duty,
});
/** A pump that is to leave at 07:00 and to stand at 08:30; null: it was taken off the job. */
const pumpJob = (clock: string, stage: PumpFacts['stage'] | null): JudgeInput => ({
  kind: 'trip_changed',
  at: at(clock),
  trip: null,
  duty: TRAINED,
  pump: stage && {
    pumpJobId: 'pump-job-1',
    enterpriseId: 'own',
    driverId: 'driver-1',
    stage,
    departAtMs: at('07:00').getTime(),
    readyByAtMs: at('08:30').getTime(),
    plant: PLANT,
    site: SITE,
  },
});
const drivenBy = (driverId: string): DutyFacts => ({ ...TRAINED, driverId });
const off = (clock: string): JudgeInput => ({
  kind: 'trip_changed',
  at: at(clock),
  trip: null,
  duty: null,
});
const watchTimer = (clock: string): JudgeInput => ({
  kind: 'timer',
  timer: 'watch',
  at: at(clock),
});

/** The letters of a map as fixes, `apartMin` minutes apart. */
function drive(
  rows: readonly string[],
  clock: string,
  change: Partial<FixInput> = {},
  apartMin = 0.5,
): FixInput[] {
  return drawnPath(rows, { columnM: COLUMN_M, from: at(clock) }).map((place, nth) => {
    const when = new Date(at(clock).getTime() + nth * apartMin * 60_000);
    return {
      kind: 'fix',
      source: 'terminal',
      driverId: null,
      isLocated: true,
      accuracyM: null,
      speedKph: 50,
      alarmBits: 0,
      drumState: null,
      ...place,
      at: when,
      receivedAt: when,
      ...change,
    };
  });
}

const clockOf = (ms: number): string => new Date(ms + 8 * 3_600_000).toISOString().slice(11, 16);

/** Nothing comes up to a clock, and what was waited for until then comes due. */
type Wait = `until ${string}`;

/** The inputs, and the timers that the steps set while they wait. */
function judgeAll(inputs: readonly (JudgeInput | Wait)[], context: JudgeContext): JudgeEvent[] {
  let state = NOTHING_KNOWN;
  const events: JudgeEvent[] = [];
  const judge = (input: JudgeInput) => {
    const judged = judgeInput(state, input, context);
    state = judged.state;
    events.push(...judged.events);
  };
  for (const input of inputs) {
    if (typeof input !== 'string') {
      judge(input);
      continue;
    }
    const untilMs = at(input.slice('until '.length)).getTime();
    while (state.watchDueAtMs !== null && state.watchDueAtMs <= untilMs) {
      judge({ kind: 'timer', timer: 'watch', at: new Date(state.watchDueAtMs) });
    }
  }
  return events;
}

/** What happened to alerts of one code: `opens 08:01 warning`, `ends 08:04`. */
function alertsOf(code: WatchedCode, inputs: Scenario['inputs'], context = scene()): string[] {
  const events = judgeAll(inputs, context);
  let isGrave = false;
  return events.flatMap((event) => {
    if (event.kind === 'episode_opened' && event.code === code) {
      isGrave = event.level === 'grave';
      return [`opens ${clockOf(event.startedAtMs)} ${event.level}`];
    }
    if (event.kind === 'episode_extended' && event.code === code && event.level === 'grave') {
      if (isGrave) return [];
      isGrave = true;
      return ['is grave'];
    }
    if (event.kind === 'episode_ended' && event.code === code) {
      return [`ends ${clockOf(event.endedAtMs)}`];
    }
    return [];
  });
}

/** A road through the middles of these columns. */
const byRoad = (...columns: number[]) =>
  columns.map((column): readonly [number, number] => {
    const { lng, lat } = placeOfColumn(column, COLUMN_M);
    return [lng, lat];
  });
const northBy =
  (metres: number) =>
  (fix: FixInput): FixInput => ({
    ...fix,
    lat: destination(wgs84(fix.lng, fix.lat), 0, metres).lat,
  });

interface Scenario {
  readonly what: string;
  readonly inputs: readonly (JudgeInput | Wait)[];
  readonly context?: JudgeContext;
  readonly alerts: readonly string[];
}

/** For the town by the road on the line of the letters alone, 50 m to both sides. */
const onRoute = aPass({
  routes: [{ name: '文一西路', path: byRoad(15, 40), halfWidthM: 50 }],
});
const routed = scene({
  zones: aZoneMap(TOWN, COLUMN_M),
  vehicle: aVehicle({ passes: [onRoute] }),
});

const loaded: Partial<TripFacts> = { stage: 'en_route', isLoaded: true };

/** Every alert that is watched, each drawn as a small map: P–S is ten kilometres. */
const SCENARIOS: Record<WatchedCode, readonly Scenario[]> = {
  overspeed: [
    {
      what: 'two fixes too fast, held for 15 s; three slow ones end it',
      inputs: [
        ...drive(['  ab'], '08:00', { speedKph: 90 }),
        ...drive(['    abc'], '08:01', { speedKph: 60 }),
      ],
      alerts: ['opens 08:00 warning', 'ends 08:01'],
    },
    {
      what: 'a fifth above the limit is grave, and in town the limit is lower',
      inputs: drive(['                         abc'], '08:00', { speedKph: 75 }),
      context: scene({ zones: aZoneMap(TOWN, COLUMN_M) }),
      alerts: ['opens 08:00 grave'],
    },
    {
      what: 'a road or zone that states a limit has that one',
      inputs: drive(['                         abc'], '08:00', { speedKph: 45 }),
      context: scene({ zones: aZoneMap(TOWN, COLUMN_M, aZone(), 40) }),
      alerts: ['opens 08:00 warning'],
    },
    {
      what: 'one fast fix is an overtaking',
      inputs: [
        ...drive(['  a'], '08:00', { speedKph: 90 }),
        ...drive(['   ab'], '08:01', { speedKph: 70 }),
      ],
      alerts: [],
    },
    {
      what: 'two fast fixes with an hour of silence between are no hour of speeding',
      inputs: [
        ...drive(['  a'], '08:00', { speedKph: 90 }),
        ...drive(['                    ab'], '09:00', { speedKph: 90 }),
        ...drive(['                      cde'], '09:01', { speedKph: 60 }),
      ],
      alerts: ['opens 09:00 warning', 'ends 09:01'],
    },
  ],
  fatigue_warning: [
    {
      what: 'after 3 h 30 at the wheel, until the fourth hour is full',
      inputs: driveFor(['  ab'], '04:00', 245),
      alerts: ['opens 07:30 notice', 'ends 08:00'],
    },
    {
      what: 'until it has rested by the clock, with no fix coming any more',
      inputs: [
        ...driveFor(['  ab'], '04:00', 220),
        ...standFor(['  a'], '07:41', 1),
        'until 09:00',
      ],
      alerts: ['opens 07:30 notice', 'ends 08:01'],
    },
    {
      what: 'not after a rest of twenty minutes',
      inputs: [
        ...driveFor(['  ab'], '04:00', 120),
        ...standFor(['  a'], '06:01', 25),
        ...driveFor(['  ab'], '06:30', 120),
      ],
      alerts: [],
    },
  ],
  fatigue: [
    {
      what: 'after four hours at the wheel, until it rests',
      inputs: [...driveFor(['  ab'], '04:00', 245), ...standFor(['  a'], '08:06', 25)],
      alerts: ['opens 08:00 grave', 'ends 08:26'],
    },
    {
      what: 'until it has rested by the clock, with no fix coming any more',
      inputs: [
        ...driveFor(['  ab'], '04:00', 245),
        ...standFor(['  a'], '08:06', 1),
        'until 09:00',
      ],
      alerts: ['opens 08:00 grave', 'ends 08:26'],
    },
    {
      what: 'by the terminal’s word for as long as it says so, whatever the clock',
      inputs: [
        ...driveFor(['  ab'], '04:00', 245),
        ...drive(['  a'], '08:06', { speedKph: 0, alarmBits: 1 << 2 }),
        'until 09:00',
      ],
      alerts: ['opens 08:00 grave'],
    },
    {
      what: 'not for what another drove: who takes over begins anew, and so does who comes back',
      inputs: [
        trip('04:00', null, drivenBy('driver-1')),
        ...driveFor(['  ab'], '04:00', 200),
        trip('07:21', null, drivenBy('driver-2')),
        ...driveFor(['  ab'], '07:22', 120),
        trip('09:23', null, drivenBy('driver-1')),
        ...driveFor(['  ab'], '09:24', 245),
      ],
      alerts: ['opens 13:23 grave'],
    },
    {
      what: 'a minute in which another is on duty is no rest',
      inputs: [
        trip('04:00', null, drivenBy('driver-1')),
        ...driveFor(['  ab'], '04:00', 200),
        trip('07:21', null, drivenBy('driver-2')),
        trip('07:22', null, drivenBy('driver-1')),
        ...driveFor(['  ab'], '07:23', 40),
      ],
      alerts: ['opens 08:00 grave'],
    },
    {
      what: 'a silence of 22 minutes is no rest where it came 25 kilometres further in them',
      inputs: [
        ...driveFor(['  ab'], '04:00', 120),
        ...driveFor([`${' '.repeat(52)}ab`], '06:22', 100),
      ],
      alerts: ['opens 08:00 grave'],
    },
    {
      what: 'but may have been one where it did not',
      inputs: [...driveFor(['  ab'], '04:00', 120), ...driveFor(['  ab'], '06:22', 100)],
      alerts: [],
    },
    {
      what: 'a stop of ten minutes is no rest',
      inputs: [
        ...driveFor(['  ab'], '04:00', 120),
        ...standFor(['  a'], '06:01', 10),
        ...driveFor(['  ab'], '06:12', 110),
      ],
      alerts: ['opens 08:00 grave'],
    },
  ],
  daily_driving: [
    {
      what: 'eight hours on an operating day, rests not counted',
      inputs: [
        ...driveFor(['  ab'], '04:00', 239),
        ...standFor(['  a'], '08:00', 30),
        ...driveFor(['  ab'], '08:31', 239),
        ...standFor(['  a'], '12:31', 1),
      ],
      alerts: ['opens 12:31 warning'],
    },
    {
      what: 'each driver his own hours',
      inputs: [
        trip('04:00', null, drivenBy('driver-1')),
        ...driveFor(['  ab'], '04:00', 239),
        trip('08:00', null, drivenBy('driver-2')),
        ...driveFor(['  ab'], '08:01', 299),
        trip('13:01', null, drivenBy('driver-1')),
        ...driveFor(['  ab'], '13:02', 242),
      ],
      alerts: ['opens 17:01 warning'],
    },
  ],
  long_stop: [
    {
      what: 'loaded, stopped half-way for twenty minutes, seen by the clock',
      inputs: [
        trip('08:00', loaded),
        ...drive(['         a'], '08:01'),
        ...drive(['         a'], '08:02', { speedKph: 0 }),
        watchTimer('08:22'),
        ...drive(['          a'], '08:30'),
      ],
      alerts: ['opens 08:22 warning', 'ends 08:30'],
    },
    {
      what: 'not at its site',
      inputs: [
        trip('08:00', loaded),
        ...drive(['                   ab', '                    c'], '08:01', { speedKph: 0 }),
        watchTimer('08:25'),
      ],
      alerts: [],
    },
    {
      what: 'not empty',
      inputs: [
        trip('08:00', { stage: 'unloaded', isLoaded: false }),
        ...drive(['         a'], '08:01', { speedKph: 0 }),
        watchTimer('08:25'),
      ],
      alerts: [],
    },
  ],
  off_route: [
    {
      what: 'twenty kilometres beyond the site',
      inputs: [
        trip('08:00', loaded),
        ...drive([`${' '.repeat(40)}a b`], '08:05', {}, 2),
        ...drive([`${' '.repeat(20)}abc`], '08:50', {}, 2),
      ],
      alerts: ['opens 08:05 warning', 'ends 08:50'],
    },
    {
      what: 'two kilometres off the way by road, where that is known',
      inputs: [
        trip('08:00', { ...loaded, way: byRoad(0, 10, 20) }),
        ...drive(['     ab'], '08:05', {}, 2).map(northBy(2_000)),
        ...drive(['       abc'], '08:20', {}, 2).map(northBy(1_000)),
      ],
      alerts: ['opens 08:05 warning', 'ends 08:20'],
    },
    {
      what: 'not on the way by road, however far round that leads',
      inputs: [
        trip('08:00', { ...loaded, way: byRoad(0, 60, 20) }),
        ...drive([`${' '.repeat(58)}a b`], '08:50'),
      ],
      alerts: [],
    },
    {
      what: 'a detour that makes the way half as long again is none',
      inputs: [trip('08:00', loaded), ...drive([`${' '.repeat(25)}a b`], '08:05')],
      alerts: [],
    },
  ],
  off_permitted_route: [
    {
      what: 'two hundred metres off the route of its pass, in a zone, until it is back on it',
      inputs: [
        // The route is the line of the letters; north of it another road.
        ...drive(['                      abc'], '08:00', {}, 2),
        ...drive(['                         ab c'], '08:10', {}, 2).map(northBy(200)),
        ...drive(['                              abc'], '08:20', {}, 2),
      ],
      context: routed,
      alerts: ['opens 08:10 warning', 'ends 08:20'],
    },
    {
      what: 'not for one wild fix, nor by less than fixes wander',
      inputs: [
        ...drive(['                      abc'], '08:00', {}, 2),
        ...drive(['                         a'], '08:06').map(northBy(200)),
        ...drive(['                         bc'], '08:10', {}, 2),
        ...drive(['                           abc'], '08:20', {}, 2).map(northBy(75)),
      ],
      context: routed,
      alerts: [],
    },
    {
      what: 'not for fixes between the border and its margin once it is open, which end it neither',
      inputs: [
        ...drive(['                      abc'], '08:00', {}, 2),
        ...drive(['                         ab'], '08:10', {}, 2).map(northBy(200)),
        ...drive(['                         abcde'], '08:20', {}, 2).map(northBy(70)),
        ...drive(['                           ab'], '08:40', {}, 2).map(northBy(200)),
      ],
      context: routed,
      alerts: ['opens 08:10 warning'],
    },
    {
      what: 'not outside of the zone, nor at its site',
      inputs: [
        trip('07:50', {
          ...loaded,
          site: { ...SITE, ...placeOfColumn(24, COLUMN_M), radiusM: 900 },
        }),
        ...drive(['               abc'], '08:00', {}, 2).map(northBy(400)),
        ...drive(['                       abc', '                       def'], '08:10', {}, 2).map(
          northBy(400),
        ),
      ],
      context: routed,
      alerts: [],
    },
    {
      what: 'not with a pass for every road beside',
      inputs: drive(['                      abcdef'], '08:00', {}, 2).map(northBy(400)),
      context: scene({
        zones: aZoneMap(TOWN, COLUMN_M),
        vehicle: aVehicle({ passes: [onRoute, aPass({ passNo: 'P-2' })] }),
      }),
      alerts: [],
    },
  ],
  transport_timeout: [
    {
      what: 'an hour after batching by the clock, grave after ninety minutes, ends as it is unloaded',
      inputs: [
        ...drive(['  a'], '08:05'),
        trip('08:10', { ...loaded, batchedAtMs: at('08:00').getTime() }),
        watchTimer('09:00'),
        ...drive(['          a'], '09:31'),
        trip('09:40', { stage: 'unloaded', isLoaded: false }),
      ],
      alerts: ['opens 09:00 notice', 'is grave', 'ends 09:40'],
    },
    {
      what: 'grave by the clock alone, with no fix coming any more',
      inputs: [
        ...drive(['  a'], '08:05'),
        trip('08:10', { ...loaded, batchedAtMs: at('08:00').getTime() }),
        'until 10:00',
      ],
      alerts: ['opens 09:00 notice', 'is grave'],
    },
    {
      what: 'not grave at the limit itself',
      inputs: [
        ...drive(['  a'], '08:05'),
        trip('08:10', { ...loaded, batchedAtMs: at('08:00').getTime() }),
        'until 09:30',
      ],
      alerts: ['opens 09:00 notice'],
    },
    {
      what: 'not before',
      inputs: [
        ...drive(['  a'], '08:05'),
        trip('08:10', { ...loaded, batchedAtMs: at('08:00').getTime() }),
        watchTimer('08:59'),
      ],
      alerts: [],
    },
  ],
  unload_timeout: [
    {
      what: 'ninety minutes of unloading',
      inputs: [
        ...drive(['                    a'], '08:00', { speedKph: 0 }),
        trip('08:01', {
          stage: 'unloading',
          isLoaded: true,
          unloadStartAtMs: at('08:00').getTime(),
        }),
        watchTimer('09:30'),
        trip('09:40', { stage: 'unloaded', isLoaded: false }),
      ],
      alerts: ['opens 09:30 warning', 'ends 09:40'],
    },
  ],
  late_return: [
    {
      what: 'ninety minutes after unloading it is not back',
      inputs: [
        ...drive(['                    a'], '08:00'),
        trip('08:01', {
          stage: 'unloaded',
          isLoaded: false,
          unloadEndAtMs: at('08:00').getTime(),
        }),
        watchTimer('09:30'),
        trip('09:45', { stage: 'back_at_plant', isLoaded: false }),
      ],
      alerts: ['opens 09:30 notice', 'ends 09:45'],
    },
  ],
  illegal_unload: [
    {
      what: 'the drum turns backwards half-way',
      inputs: [
        trip('08:00', loaded),
        ...drive(['         ab'], '08:10', { drumState: 'reverse', speedKph: 0 }),
        ...drive(['          abc'], '08:12', { drumState: 'forward', speedKph: 0 }),
      ],
      alerts: ['opens 08:10 grave', 'ends 08:12'],
    },
    {
      what: 'at the site it should',
      inputs: [
        trip('08:00', loaded),
        ...drive([`${' '.repeat(20)}a`, `${' '.repeat(20)}b`], '08:10'),
        ...drive([`${' '.repeat(20)}a`, `${' '.repeat(20)}b`], '08:12', {
          drumState: 'reverse',
          speedKph: 0,
        }),
      ],
      alerts: [],
    },
  ],
  no_task_exit: [
    {
      what: 'leaves its plant without a trip, and is given one on the way',
      inputs: [
        ...drive(['a', 'b cd'], '08:00', {}, 2),
        trip('08:08', { stage: 'assigned', isLoaded: false }),
        trip('09:00', null),
        ...drive(['    ab'], '09:01'),
      ],
      alerts: ['opens 08:04 warning', 'ends 08:08'],
    },
    {
      what: 'until it is back in',
      inputs: drive(['a', 'b cd', 'e', 'f'], '08:00', {}, 2),
      alerts: ['opens 08:04 warning', 'ends 08:10'],
    },
    {
      what: 'one wild fix takes it nowhere',
      inputs: drive(['a', 'b c', 'd', 'e'], '08:00', {}, 2),
      alerts: [],
    },
    {
      what: 'not with a trip',
      inputs: [trip('07:59', { stage: 'assigned' }), ...drive(['a', 'b cd'], '08:00', {}, 2)],
      alerts: [],
    },
    {
      what: 'not where trips are not known',
      inputs: drive(['a', 'b cd'], '08:00', {}, 2),
      context: scene({ modeOf: () => 'tracked' }),
      alerts: [],
    },
  ],
  undeclared_use: [
    {
      what: 'on a trip of an enterprise that has no agreement on it',
      inputs: [
        ...drive(['  a'], '08:00'),
        trip('08:01', { ...loaded, enterpriseId: 'another' }),
        trip('09:00', null),
      ],
      alerts: ['opens 08:01 warning', 'ends 09:00'],
    },
    {
      what: 'its owner needs none',
      inputs: [...drive(['a'], '08:00'), trip('08:01', loaded)],
      alerts: [],
    },
  ],
  untrained_driver: [
    {
      what: 'moves under a driver without the safety training, until another takes over',
      inputs: [
        trip('07:59', null, { ...TRAINED, trainings: TRAINED.trainings.slice(0, 1) }),
        ...drive(['  abc'], '08:00'),
        trip('08:10', null),
        ...drive(['     abc'], '08:11'),
      ],
      alerts: ['opens 08:00 grave', 'ends 08:11'],
    },
    {
      what: 'standing he harms nobody',
      inputs: [
        trip('07:59', null, { ...TRAINED, trainings: [] }),
        ...drive(['  a', '  b'], '08:00', { speedKph: 0 }),
      ],
      alerts: [],
    },
  ],
  off_duty_moving: [
    {
      what: 'moves with nobody on duty, until somebody is',
      inputs: [
        trip('07:00', null),
        off('07:59'),
        ...drive(['  abc'], '08:00'),
        trip('08:05', null),
      ],
      alerts: ['opens 08:00 warning', 'ends 08:05'],
    },
    {
      what: 'not where duties are not kept',
      inputs: [trip('07:00', null), off('07:59'), ...drive(['  abc'], '08:00')],
      context: scene({ modeOf: () => 'declared' }),
      alerts: [],
    },
    {
      what: 'not where nobody ever was on duty',
      inputs: [off('07:59'), ...drive(['  abc'], '08:00')],
      alerts: [],
    },
  ],
  pump_not_departed: [
    {
      what: 'its departure is ten minutes over by the clock, until it leaves its plant',
      inputs: [
        pumpJob('06:01', 'released'),
        ...drive(['a', 'b'], '06:02', { speedKph: 0 }),
        watchTimer('07:10'),
        ...drive(['a', ' bcd'], '07:20'),
      ],
      alerts: ['opens 07:10 warning', 'ends 07:21'],
    },
    {
      what: 'one without a terminal, until its operator taps',
      inputs: [pumpJob('06:01', 'released'), watchTimer('07:10'), pumpJob('07:15', 'travelling')],
      alerts: ['opens 07:10 warning', 'ends 07:15'],
    },
    {
      what: 'not when it set out in time, nor when it was taken off the job',
      inputs: [
        pumpJob('06:01', 'released'),
        pumpJob('07:00', 'travelling'),
        watchTimer('07:10'),
        pumpJob('07:30', null),
        watchTimer('07:40'),
      ],
      alerts: [],
    },
  ],
  pump_overdue: [
    {
      what: 'the first truck is due and it is not set up, by the clock alone, until it stands',
      inputs: [
        pumpJob('07:00', 'travelling'),
        ...drive(['   a  b  c  d'], '08:00', {}, 5),
        watchTimer('08:30'),
        pumpJob('08:35', 'setting_up'),
        pumpJob('08:50', 'ready'),
      ],
      alerts: ['opens 08:30 grave', 'ends 08:50'],
    },
    {
      what: 'not when it stands before the first truck',
      inputs: [pumpJob('07:00', 'travelling'), pumpJob('08:20', 'ready'), watchTimer('08:30')],
      alerts: [],
    },
  ],
  device_fault: [
    {
      what: 'from the fix with the bit on to the one with it off',
      inputs: [...drive(['  ab'], '08:00', { alarmBits: 1 << 5 }), ...drive(['    a'], '08:02')],
      alerts: ['opens 08:00 notice', 'ends 08:02'],
    },
    {
      what: 'an antenna that is cut, where the vehicle was last',
      inputs: [
        ...drive(['  a'], '08:00'),
        ...drive(['   a'], '08:01', { alarmBits: 1 << 5, isLocated: false }),
        ...drive(['    a'], '08:02'),
      ],
      alerts: ['opens 08:01 notice', 'ends 08:02'],
    },
    {
      what: 'an emergency button is no fault of the device',
      inputs: drive(['  ab'], '08:00', { alarmBits: 1 }),
      alerts: [],
    },
  ],
  blind_spot: [
    {
      what: 'from the fix with the bit on to the one with it off',
      inputs: [...drive(['  ab'], '08:00', { alarmBits: 1 << 17 }), ...drive(['    a'], '08:02')],
      alerts: ['opens 08:00 warning', 'ends 08:02'],
    },
  ],
  terminal_alarm: [
    {
      what: 'the emergency button, from the fix with the bit on to the answered one with it off',
      inputs: [
        ...drive(['  a'], '08:00'),
        ...drive(['   ab'], '08:01', { alarmBits: 1 }),
        ...drive(['     a'], '08:02'),
        ...drive(['      a'], '08:03', { alarmBits: 1 }),
      ],
      alerts: ['opens 08:01 grave', 'ends 08:02', 'opens 08:03 grave'],
    },
    {
      what: 'the emergency button where no satellite is seen',
      inputs: [
        ...drive(['  a'], '08:00'),
        ...drive(['   a'], '08:01', { alarmBits: 1, isLocated: false }),
      ],
      alerts: ['opens 08:01 grave'],
    },
    {
      what: 'the emergency button in the second of a report, though that is sent again',
      inputs: [
        ...drive(['  a'], '08:00'),
        ...drive(['  a'], '08:00', { alarmBits: 1 }),
        ...drive(['  a'], '08:00'),
        ...drive(['   a'], '08:01'),
      ],
      alerts: ['opens 08:00 grave', 'ends 08:01'],
    },
    {
      what: 'one that rises beside another, and goes on with the one that lasts',
      inputs: [
        ...drive(['  ab'], '08:00', { alarmBits: 1 << 26 }),
        ...drive(['    a'], '08:01', { alarmBits: (1 << 26) | 1 }),
        ...drive(['     a'], '08:02', { alarmBits: 1 << 26 }),
        ...drive(['      a'], '08:03'),
      ],
      alerts: ['opens 08:00 warning', 'ends 08:01', 'opens 08:01 grave', 'ends 08:03'],
    },
    {
      what: 'not what another kind of alert is for',
      inputs: drive(['  ab'], '08:00', { alarmBits: (1 << 1) | (1 << 5) | (1 << 17) }),
      alerts: [],
    },
  ],
};

/** A fix a minute, to and fro between the letters of a map, moving. */
function driveFor(rows: readonly string[], clock: string, minutes: number): FixInput[] {
  return eachMinute(drive(rows, clock, { speedKph: 50 }), clock, minutes);
}
function standFor(rows: readonly string[], clock: string, minutes: number): FixInput[] {
  return eachMinute(drive(rows, clock, { speedKph: 0 }), clock, minutes);
}
function eachMinute(places: readonly FixInput[], clock: string, minutes: number): FixInput[] {
  return Array.from({ length: minutes + 1 }, (_, minute) => {
    const when = new Date(at(clock).getTime() + minute * 60_000);
    return { ...places[minute % places.length]!, at: when, receivedAt: when };
  });
}

describe('what is watched', () => {
  const cases = WATCHES.flatMap(({ code }) =>
    SCENARIOS[code].map((scenario) => ({ code, ...scenario })),
  );

  it.each(cases)('$code: $what', ({ code, inputs, context, alerts }) => {
    expect(alertsOf(code, inputs, context)).toEqual(alerts);
  });

  it('has a scenario in which it alerts for each', () => {
    const alerting = cases.filter(({ alerts }) => alerts.length > 0).map(({ code }) => code);

    expect(new Set(alerting)).toEqual(new Set(WATCHES.map(({ code }) => code)));
  });

  it.each<{ code: WatchedCode; bit: number; level: string }>([
    { code: 'overspeed', bit: 1, level: 'warning' },
    { code: 'fatigue', bit: 2, level: 'grave' },
    { code: 'device_fault', bit: 12, level: 'notice' },
    { code: 'fatigue_warning', bit: 14, level: 'notice' },
    { code: 'daily_driving', bit: 18, level: 'warning' },
    { code: 'long_stop', bit: 19, level: 'warning' },
    { code: 'off_route', bit: 23, level: 'warning' },
    { code: 'device_fault', bit: 24, level: 'notice' },
    ...[0, 29, 30].map((bit) => ({ code: 'terminal_alarm' as const, bit, level: 'grave' })),
    ...[3, 13, 15, 16, 20, 21, 22, 25, 26, 27, 28, 31].map((bit) => ({
      code: 'terminal_alarm' as const,
      bit,
      level: 'warning',
    })),
  ])('$code: the terminal says so itself, from where bit $bit rises on', ({ code, bit, level }) => {
    const inputs = [
      ...drive(['  a'], '07:59'),
      ...drive(['   abc'], '08:00', { alarmBits: 2 ** bit }),
      trip('08:03', null),
      ...drive(['      abc'], '08:04'),
    ];

    expect(alertsOf(code, inputs)).toEqual([`opens 08:00 ${level}`, 'ends 08:04']);
  });

  it.each([
    { clock: 'that was never set', sent: new Date('2000-01-01T00:00:12Z') },
    { clock: 'of another year', sent: new Date('2031-01-01T00:00:00Z') },
  ])('hears the emergency button under a clock $clock, as of when it came in', ({ sent }) => {
    const [pressed] = drive(['    a'], '08:01', { alarmBits: 1 });
    const inputs = [
      ...drive(['  a'], '08:00'),
      { ...pressed!, at: sent },
      ...drive(['      a'], '08:02'),
    ];

    expect(alertsOf('terminal_alarm', inputs)).toEqual(['opens 08:01 grave', 'ends 08:02']);
  });

  it('ends an alarm that came in under a wrong clock no earlier than it began', () => {
    const [pressed] = drive(['    a'], '08:05', { alarmBits: 1 });
    const inputs = [
      ...drive(['  a'], '08:00'),
      { ...pressed!, at: new Date('2000-01-01T00:00:12Z') },
      ...drive(['      a'], '08:04'),
    ];

    expect(alertsOf('terminal_alarm', inputs)).toEqual(['opens 08:05 grave', 'ends 08:05']);
  });

  it('sets one timer to the earliest instant at which waiting makes something wrong', () => {
    const inputs = [
      ...drive([`${' '.repeat(10)}a`], '08:00', { speedKph: 0 }),
      trip('08:05', { ...loaded, batchedAtMs: at('07:10').getTime() }),
    ];
    let state = NOTHING_KNOWN;
    const due: string[] = [];
    for (const input of inputs) {
      const judged = judgeInput(state, input, scene());
      state = judged.state;
      for (const event of judged.events) {
        if (event.kind === 'timer_set' && event.timer === 'watch') due.push(clockOf(event.dueAtMs));
      }
    }

    expect(due).toEqual(['08:10']); // the concrete is an hour old then; the stop is long at 08:20
  });
});
