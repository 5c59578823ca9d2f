import * as fc from 'fast-check';
import { type DrawnPlace, drawnPath } from '../../../../test/support/drawn-path.js';
import {
  aDrawnRange,
  aJudgeContext,
  aTripFacts,
  aZoneMap,
} from '../../../../test/support/judge-scenes.js';
import {
  aPass,
  at,
  aVehicle,
  aZone,
  daily,
  on,
} from '../../../../test/support/permission-facts.js';
import type { JudgeContext } from './context.js';
import type { JudgeEvent } from './events.js';
import type { FixInput, JudgeInput, TripFacts } from './inputs.js';
import { judgeInput } from './pipeline.js';
import { NOTHING_KNOWN, type TrackState } from './track-state.js';

const aFix = (place: DrawnPlace, change: Partial<FixInput> = {}): FixInput => ({
  kind: 'fix',
  receivedAt: place.at,
  source: 'terminal',
  driverId: null,
  isLocated: true,
  accuracyM: null,
  speedKph: null,
  alarmBits: 0,
  drumState: null,
  ...place,
  ...change,
});

const onTrip = (change: object = {}): JudgeInput => ({
  kind: 'trip_changed',
  at: at('07:59'),
  trip: aTripFacts(change) as TripFacts,
  duty: null,
});

function run(
  inputs: readonly JudgeInput[],
  contextOf: JudgeContext | ((input: JudgeInput) => JudgeContext),
  from = NOTHING_KNOWN,
): { state: TrackState; events: JudgeEvent[] } {
  let state = from;
  const events: JudgeEvent[] = [];
  for (const input of inputs) {
    const context = typeof contextOf === 'function' ? contextOf(input) : contextOf;
    const judged = judgeInput(state, input, context);
    state = judged.state;
    events.push(...judged.events);
  }
  return { state, events };
}

const alertsOf = (events: readonly JudgeEvent[]): string[] =>
  events.flatMap((event) => {
    if (event.kind === 'episode_opened') {
      const turns = [`${event.code} opens`];
      return event.endedAtMs === null ? turns : [...turns, `${event.code} ends`];
    }
    return event.kind === 'episode_ended' ? [`${event.code} ends`] : [];
  });

const path = (rows: string[], columnM = 50) => drawnPath(rows, { columnM, from: at('08:00') });
const fixes = (rows: string[], columnM = 50) => path(rows, columnM).map((place) => aFix(place));

describe('the pipeline, in a built-up area', () => {
  const zone = '        ============================';
  const unregistered = aJudgeContext({
    vehicle: aVehicle({ registrationState: null, passes: [] }),
    zones: aZoneMap(zone, 50),
  });

  it('alerts once when an unregistered vehicle drives in, from its first fix inside on', () => {
    const { events } = run(fixes(['  a   b   c   d   e   f   g   h  ']), unregistered);

    expect(alertsOf(events)).toEqual(['unregistered_in_zone opens']);
    expect(events.find(({ kind }) => kind === 'episode_opened')).toMatchObject({
      level: 'grave',
      subjectId: 'city',
      startedAtMs: at('08:01').getTime(),
      enterpriseId: 'own',
      reasons: [{ code: 'not_registered' }, { code: 'no_pass' }],
      evidence: [{}, {}, {}],
      sharedCause: null,
    });
  });

  it('ends the alert at the first of the fixes outside', () => {
    const { events } = run(fixes(['            a b c              d', ' g  f e']), unregistered);
    expect(alertsOf(events)).toEqual(['unregistered_in_zone opens', 'unregistered_in_zone ends']);
    expect(events.at(-1)).toMatchObject({ endedAtMs: at('08:02').getTime() });
  });

  it('alerts once for a truck that jitters about the border', () => {
    const jitter = [
      '       a b c              ',
      '      d     e             ',
      '       f g h              ',
      '     i     j              ',
      '         k l m            ',
      '      n   o               ',
      '       p q  r             ',
    ];

    expect(alertsOf(run(fixes(jitter), unregistered).events)).toEqual([
      'unregistered_in_zone opens',
    ]);
  });

  it.each([
    { rows: ['  a  b  '], why: 'never inside' },
    { rows: ['  a  b    c  d', 'e f'], why: 'two fixes inside, where three make an entry' },
    {
      rows: ['       ab', '       cd', '       ef'],
      why: 'within 30 m of the border all the time',
    },
  ])('stays quiet: $why', ({ rows }) => {
    expect(alertsOf(run(fixes(rows), unregistered).events)).toEqual([]);
  });

  it.each([
    { vehicle: { passes: [] }, code: 'no_pass' },
    { vehicle: { passes: [aPass({ validTo: on('2026-11-20', '00:00') })] }, code: 'pass_expired' },
    { vehicle: { passes: [aPass({ zoneIds: ['park'] })] }, code: 'outside_pass_zone' },
    { vehicle: { passes: [aPass({ hours: [daily('22:00', '05:00')] })] }, code: 'bad_hours' },
    { vehicle: { passes: [aPass({ state: 'suspended' })] }, code: 'no_pass' },
  ])('calls it $code', ({ vehicle, code }) => {
    const context = aJudgeContext({ vehicle: aVehicle(vehicle), zones: aZoneMap(zone, 50) });

    expect(alertsOf(run(fixes(['         a  b  c  d']), context).events)).toEqual([
      `${code} opens`,
    ]);
  });

  it('calls it no_pass where its emission class is barred, whatever pass it has', () => {
    const barring = aZone({ barredEmissionClasses: ['国三'] });
    const contextOf = (emissionClass: string) =>
      aJudgeContext({
        vehicle: aVehicle({ emissionClass }),
        zones: aZoneMap(zone, 50, barring),
      });
    const judged = ['国三', '国六'].map((emissionClass) =>
      alertsOf(run(fixes(['         a  b  c  d']), contextOf(emissionClass)).events),
    );

    expect(judged).toEqual([['no_pass opens'], []]);
  });

  it('lets a registered vehicle with a valid pass through', () => {
    const context = aJudgeContext({ zones: aZoneMap(zone, 50) });

    expect(alertsOf(run(fixes(['         a  b  c  d']), context).events)).toEqual([]);
  });

  it('alerts at once where it stands when its pass is revoked, and ends it when one is issued', () => {
    const inside = fixes(['         a  b  c  d']);
    const valid = aJudgeContext({ zones: aZoneMap(zone, 50) });
    const revoked = { ...valid, vehicle: aVehicle({ passes: [] }) };
    const changes = [at('08:05'), at('08:06')].map((when): JudgeInput => ({
      kind: 'facts_changed',
      at: when,
    }));

    const { events } = run([...inside, ...changes], (input) =>
      input.at.getTime() === at('08:05').getTime() ? revoked : valid,
    );

    expect(alertsOf(events)).toEqual(['no_pass opens', 'no_pass ends']);
    expect(events.at(-1)).toMatchObject({ endedAtMs: at('08:06').getTime() });
  });
});

const unregisteredIn = (row: string) =>
  aJudgeContext({
    vehicle: aVehicle({ registrationState: null, passes: [] }),
    zones: aZoneMap(row, 50),
  });

describe('the pipeline, where a vehicle stands when zones are drawn', () => {
  const around = '    ============================';
  const beside = '                    ============';
  const away = '                            ====';
  const stands = ['          abcd'];
  const redrawn = { kind: 'facts_changed', at: at('08:05') } as const;
  const redraw = (before: string, after: string, rows = stands) =>
    run([...fixes(rows), redrawn], (input) =>
      unregisteredIn(input.kind === 'facts_changed' ? after : before),
    );

  it('alerts at once when a zone is drawn around it', () => {
    const { events } = redraw(away, around);

    expect(alertsOf(events)).toEqual(['unregistered_in_zone opens']);
    expect(events.at(-1)).toMatchObject({
      startedAtMs: at('08:05').getTime(),
      evidence: [{}],
      sharedCause: 'zone city v3',
    });
  });

  it('alerts when the hours of the zone begin, which befalls all that are in it', () => {
    const zones = aZoneMap(around, 50, aZone({ hours: [daily('08:02', '18:00')] }));
    const vehicle = aVehicle({ passes: [] });
    const { events } = run(fixes(['          abcdef']), aJudgeContext({ vehicle, zones }));

    expect(alertsOf(events)).toEqual(['no_pass opens']);
    expect(events.find(({ kind }) => kind === 'episode_opened')).toMatchObject({
      sharedCause: `zone city v3 from ${at('08:02').toISOString()}`,
    });
  });

  it('ends the alert at once when the zone is drawn smaller beside it', () => {
    const { events } = redraw(around, away);

    expect(alertsOf(events)).toEqual(['unregistered_in_zone opens', 'unregistered_in_zone ends']);
    expect(events.at(-1)).toMatchObject({ endedAtMs: at('08:05').getTime() });
  });

  it.each([
    { after: beside, rows: ['                 abcd'], why: 'too near to the new border to say' },
    { after: around, rows: ['  a', '          b'], why: 'its fixes inside are being counted' },
  ])('waits for fixes: $why', ({ after, rows }) => {
    const before = rows.length === 1 ? away : around;

    expect(alertsOf(redraw(before, after, rows).events)).toEqual([]);
  });

  it('counts fixes again from there on', () => {
    const parked = run([...fixes(stands), redrawn], (input) =>
      unregisteredIn(input.kind === 'facts_changed' ? around : away),
    );
    const leaves = drawnPath([' a b c'], { columnM: 50, from: at('08:06') }).map((p) => aFix(p));

    const { events } = run(leaves.slice(0, 2), unregisteredIn(around), parked.state);

    expect(alertsOf(events)).toEqual([]);
  });
});

describe('the pipeline, of a truck that falls silent', () => {
  const road = ['  a   b   c   d'];
  const silence = { kind: 'timer', timer: 'silence', at: at('08:11') } as const;

  it('tells of it on a trip, from its last report on, until it is heard again', () => {
    const context = aJudgeContext({});
    const timer = { ...silence, at: at('08:12') };
    const again = drawnPath(['      a'], { columnM: 50, from: at('08:20') }).map((p) => aFix(p));

    const { events } = run([onTrip(), ...fixes(road), timer, ...again], context);

    expect(alertsOf(events)).toEqual(['offline opens', 'offline ends']);
    expect(events.find(({ kind }) => kind === 'episode_opened')).toMatchObject({
      level: 'notice',
      startedAtMs: at('08:01').getTime() + 30_000,
      limitValue: 10,
    });
    expect(events.find(({ kind }) => kind === 'episode_ended')).toMatchObject({
      endedAtMs: at('08:20').getTime(),
    });
  });

  it.each([
    { inputs: [...fixes(road), silence], why: 'nobody waits for it' },
    { inputs: [onTrip(), ...fixes(road), silence], why: 'it is silent for nine minutes only' },
  ])('stays quiet: $why', ({ inputs }) => {
    expect(alertsOf(run(inputs, aJudgeContext({})).events)).toEqual([]);
  });
});

/** A column a kilometre, a fix every two and a half minutes. */
const kilometres = (rows: string[]) =>
  drawnPath(rows, { columnM: 1_000, from: at('08:00') }).map((place, index) =>
    aFix({ ...place, at: new Date(place.at.getTime() + index * 120_000) }),
  );

describe('the pipeline, on a loaded trip', () => {
  const limit = 20;
  const context = aJudgeContext({ rangeOf: () => aDrawnRange(limit * 1_000) });
  // A column is a kilometre: the limit lies at column 20, its margin of 200 m just beyond.
  const out = '            a   b    c d e f g';
  it('alerts once when it leaves the range of the plant that batched it', () => {
    const { events } = run([onTrip(), ...kilometres([out])], context);

    expect(alertsOf(events)).toEqual(['over_radius opens']);
    expect(events.find(({ kind }) => kind === 'episode_opened')).toMatchObject({
      level: 'warning',
      subjectId: 'plant-1',
      limitValue: 20_000,
      unit: 'm',
      tripId: 'trip-1',
    });
  });

  it('judges a load that was sent elsewhere by the same plant, and says who allowed it', () => {
    const approval = 'diversion allowed by 王总工: pump broken';
    const { events } = run([onTrip({ approval }), ...kilometres([out])], context);

    expect(events.find(({ kind }) => kind === 'episode_opened')).toMatchObject({
      subjectId: 'plant-1',
      ruleVersion: `range range-1; policy shipped; ${approval}`,
    });
  });

  it('does not judge an empty run', () => {
    const trip = onTrip({ isLoaded: false, stage: 'unloaded' });

    expect(alertsOf(run([trip, ...kilometres([out])], context).events)).toEqual([]);
  });

  it('ends the alert three fixes back inside', () => {
    const back = ['            a   b    cde', '                h g f'];

    expect(alertsOf(run([onTrip(), ...kilometres(back)], context).events)).toEqual([
      'over_radius opens',
      'over_radius ends',
    ]);
  });

  it('becomes grave when it discharges beyond the range', () => {
    const discharging = { ...onTrip({ stage: 'unloading' }), at: at('09:00') };

    const { events } = run([onTrip(), ...kilometres([out]), discharging], context);

    expect(events.at(-1)).toMatchObject({ kind: 'episode_extended', level: 'grave' });
  });

  it('ends the alert with the load', () => {
    const empty = { ...onTrip({ stage: 'unloaded', isLoaded: false }), at: at('09:00') };

    const { events } = run([onTrip(), ...kilometres([out]), empty], context);

    expect(alertsOf(events)).toEqual(['over_radius opens', 'over_radius ends']);
  });
});

describe('the state after a fix that says nothing new', () => {
  it('is another place, and else the very parts of the state before', () => {
    const context = aJudgeContext({ zones: aZoneMap('=====', 100) });
    const [here, next] = path(['  a', '  b'], 100);
    const before = run([aFix({ ...here!, at: at('08:00') })], context).state;
    const inside = Array.from({ length: 3 }, (_, nth) =>
      aFix({ ...here!, at: new Date(at('08:01').getTime() + nth * 10_000) }),
    );
    const settled = run(inside, context, before).state;
    const calm = run([aFix({ ...next!, at: at('08:02') })], context, settled).state;
    const { state } = run([aFix({ ...next!, at: at('08:03') })], context, calm);

    expect(Object.keys(state.zones)).toHaveLength(1);
    for (const part of [
      'yards',
      'watches',
      'fences',
      'zones',
      'passages',
      'zoneEpisodes',
    ] as const) {
      expect(state[part]).toBe(calm[part]);
    }
    expect(state.last).not.toEqual(calm.last);
  });
});

describe('the pipeline, however its inputs are grouped', () => {
  const context = aJudgeContext({
    vehicle: aVehicle({ registrationState: null }),
    zones: aZoneMap('     =====     ', 100),
    rangeOf: () => aDrawnRange(900),
  });
  const somePath = fc.array(fc.integer({ min: 0, max: 15 }), { minLength: 1, maxLength: 60 });
  const someCuts = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 60 });

  it('comes to the same events and the same state, its state kept as JSON in between', () => {
    fc.assert(
      fc.property(somePath, someCuts, (columns, cuts) => {
        const places = columns.map((column, index) => {
          const [place] = path([`${' '.repeat(column)}a`], 100);
          return aFix({ ...place!, at: new Date(at('08:00').getTime() + index * 30_000) });
        });
        const inputs = [onTrip(), ...places];
        const whole = run(inputs, context);

        let state = NOTHING_KNOWN;
        const events: JudgeEvent[] = [];
        for (let from = 0, cut = 0; from < inputs.length; cut++) {
          const size = cuts[cut % cuts.length]!;
          const batch = run(inputs.slice(from, from + size), context, state);
          state = JSON.parse(JSON.stringify(batch.state)) as TrackState;
          events.push(...batch.events);
          from += size;
        }

        expect(events).toEqual(whole.events);
        expect(state).toEqual(whole.state);
      }),
    );
  });

  it('never has two alerts of one code and subject open at once', () => {
    fc.assert(
      fc.property(somePath, (columns) => {
        const inputs = columns.map((column, index) => {
          const [place] = path([`${' '.repeat(column)}a`], 100);
          return aFix({ ...place!, at: new Date(at('08:00').getTime() + index * 30_000) });
        });
        const { events } = run([onTrip(), ...inputs], context);
        for (const code of ['over_radius', 'unregistered_in_zone']) {
          const turns = alertsOf(events).filter((turn) => turn.startsWith(code));
          turns.forEach((turn, place) => {
            expect(turn).toBe(`${code} ${place % 2 === 0 ? 'opens' : 'ends'}`);
          });
        }
      }),
    );
  });
});
