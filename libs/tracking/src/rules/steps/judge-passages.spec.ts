import * as fc from 'fast-check';
import { type DrawnPlace, drawnPath } from '../../../../../test/support/drawn-path.js';
import {
  aFixAt,
  aJudgeContext,
  aZoneMap,
  SHIPPED_LIMITS,
} from '../../../../../test/support/judge-scenes.js';
import { aPass, at, aVehicle, daily } from '../../../../../test/support/permission-facts.js';
import type { JudgeContext } from '../context.js';
import type { JudgeEvent } from '../events.js';
import type { FixInput } from '../inputs.js';
import { judgeInput } from '../pipeline.js';
import { NOTHING_KNOWN, type TrackState } from '../track-state.js';

/** A column is a hundred metres, a letter half a minute. */
const COLUMN_M = 100;
const ZONE = '        ===                      ';
const UNREGISTERED = aVehicle({ registrationState: null, passes: [] });

const UNREGISTERED_BY_IT = aJudgeContext({
  vehicle: UNREGISTERED,
  zones: aZoneMap(ZONE, COLUMN_M),
});
const scene = (change: Partial<JudgeContext> = {}): JudgeContext => ({
  ...UNREGISTERED_BY_IT,
  ...change,
});

const fixOf = ({ at: when, lng, lat }: DrawnPlace): FixInput => ({ ...aFixAt(when), lng, lat });
const drive = (...rows: string[]): FixInput[] =>
  drawnPath(rows, { columnM: COLUMN_M, from: at('08:00') }).map(fixOf);

function judgeAll(fixes: readonly FixInput[], context: JudgeContext, from = NOTHING_KNOWN) {
  let state: TrackState = from;
  const events: JudgeEvent[] = [];
  for (const fix of fixes) {
    const judged = judgeInput(state, fix, context);
    state = judged.state;
    events.push(...judged.events);
  }
  return { state, events };
}

const clockOf = (ms: number): string => new Date(ms + 8 * 3_600_000).toISOString().slice(11, 19);

const alertsOf = (fixes: readonly FixInput[], context = scene()): string[] =>
  judgeAll(fixes, context).events.flatMap((event) => {
    if (event.kind !== 'episode_opened') return [];
    const { code, startedAtMs, endedAtMs } = event;
    const end = endedAtMs === null ? 'goes on' : clockOf(endedAtMs);
    return [`${code} ${clockOf(startedAtMs)} ${end}`];
  });

describe('a zone that a vehicle drives through', () => {
  it('is alerted for with no fix inside, with the times at the border between the fixes', () => {
    const fixes = drive('    a         b   c   d ');

    expect(alertsOf(fixes)).toEqual(['unregistered_in_zone 08:00:10 08:00:19']);
    expect(judgeAll(fixes, scene()).events).toContainEqual(
      expect.objectContaining({
        level: 'grave',
        subjectId: 'city',
        value: 300,
        limitValue: null,
        unit: 'm',
        reasons: [
          expect.objectContaining({ code: 'not_registered' }),
          expect.objectContaining({ code: 'no_pass' }),
        ],
        evidence: fixes.slice(0, 2).map(({ at: when, lng, lat }) => ({
          atMs: when.getTime(),
          lng,
          lat,
        })),
      }),
    );
  });

  it.each([
    { rows: ['      a  b   c  d  e'], why: 'one fix inside' },
    { rows: ['      ab c   d  e  f'], why: 'one near the border and one inside' },
  ])('is alerted for with fewer fixes inside than make an entry: $why', ({ rows }) => {
    expect(alertsOf(drive(...rows))).toHaveLength(1);
  });

  it.each([
    { rows: ['    a         b   c     '], why: 'two fixes beyond, where three are sure' },
    { rows: ['    a         b', '   c', '  d', '  e', ' f'], why: 'a wild fix beyond' },
    { rows: ['    a    b', '   c', '  d', ' e'], why: 'a wild fix inside' },
    { rows: [' a  b  c  d'], why: 'it never reaches the far side' },
  ])('is none yet: $why', ({ rows }) => {
    expect(alertsOf(drive(...rows))).toEqual([]);
  });

  it('is alerted for once when enough fixes inside make an entry', () => {
    const slow = drive('    a   bcd    e   f   g');

    expect(alertsOf(slow)).toEqual(['unregistered_in_zone 08:00:30 goes on']);
  });

  it('is not judged by a silence that is longer than a straight way is believed', () => {
    const [before, ...after] = drive('    a         b   c   d ');
    const later = (ms: number) =>
      after.map((fix) => ({ ...fix, at: new Date(fix.at.getTime() + ms), receivedAt: fix.at }));

    expect(alertsOf([before!, ...later(30_000)])).toHaveLength(1);
    expect(alertsOf([before!, ...later(31_000)])).toEqual([]);
  });

  it('is not judged by a corner that the way only clips by what fixes wander', () => {
    const narrow = aZoneMap('          =', 50);

    const paths = drive('    a         b   c   d ');
    expect(alertsOf(paths, scene({ zones: narrow }))).toEqual([]);
    const policy = { ...SHIPPED_LIMITS, zoneMarginM: 10 };
    expect(alertsOf(paths, scene({ zones: narrow, policy }))).toHaveLength(1);
  });

  it('is open to a vehicle with a pass for it, in its hours', () => {
    const passage = drive('    a         b   c   d ');
    const hours = [daily('22:00', '05:00')];

    expect(alertsOf(passage, scene({ vehicle: aVehicle() }))).toEqual([]);
    expect(alertsOf(passage, scene({ vehicle: aVehicle({ passes: [aPass({ hours })] }) }))).toEqual(
      ['bad_hours 08:00:10 08:00:19'],
    );
  });

  it('is forgotten when it is lifted before it is sure', () => {
    const fixes = drive('    a         b   c   d ');
    const before = judgeAll(fixes.slice(0, 2), scene());

    const after = judgeAll(fixes.slice(2), scene({ zones: aZoneMap('=', COLUMN_M) }), before.state);

    expect(after.events.map(({ kind }) => kind)).not.toContain('episode_opened');
    expect(after.state.passages).toEqual({});
  });

  it('comes to the same alerts and state however the fixes are grouped, its state kept as JSON', () => {
    const someColumns = fc.array(fc.integer({ min: 0, max: 25 }), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(someColumns, fc.integer({ min: 1, max: 5 }), (columns, size) => {
        const fixes = columns.map((column, nth) => {
          const [place] = drawnPath([`${' '.repeat(column)}a`], {
            columnM: COLUMN_M,
            from: at('08:00'),
          });
          const when = new Date(at('08:00').getTime() + nth * 30_000);
          return { ...fixOf(place!), at: when, receivedAt: when };
        });
        const whole = judgeAll(fixes, scene());

        let state = NOTHING_KNOWN;
        const events: JudgeEvent[] = [];
        for (let from = 0; from < fixes.length; from += size) {
          const batch = judgeAll(fixes.slice(from, from + size), scene(), state);
          state = JSON.parse(JSON.stringify(batch.state)) as TrackState;
          events.push(...batch.events);
        }

        expect(events).toEqual(whole.events);
        expect(state).toEqual(whole.state);
      }),
    );
  });
});
