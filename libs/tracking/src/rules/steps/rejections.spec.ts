import { addSeconds } from '@tongyun/kernel';
import { aJudgeContext } from '../../../../../test/support/judge-scenes.js';
import { at } from '../../../../../test/support/permission-facts.js';
import type { FixInput } from '../inputs.js';
import { judgeInput } from '../pipeline.js';
import { NOTHING_KNOWN } from '../track-state.js';

const aFix = (change: Partial<FixInput> = {}): FixInput => ({
  kind: 'fix',
  at: at('08:00'),
  receivedAt: at('08:00'),
  source: 'terminal',
  driverId: null,
  lng: 120.1,
  lat: 30.25,
  isLocated: true,
  accuracyM: null,
  speedKph: null,
  alarmBits: 0,
  drumState: null,
  ...change,
});

const verdictsOf = (...fixes: FixInput[]) => {
  let state = NOTHING_KNOWN;
  return fixes.map((fix) => {
    const judged = judgeInput(state, fix, aJudgeContext({}));
    state = judged.state;
    return judged.verdict;
  });
};

const fixOf = (source: FixInput['source'], afterSec: number) => {
  const when = addSeconds(at('08:00'), afterSec);
  return aFix({ source, at: when, receivedAt: when });
};

describe('a fix that does not count', () => {
  it.each<{ change: Partial<FixInput>; verdict: string; why: string }>([
    { change: { at: at('08:05') }, verdict: 'ok', why: 'five minutes ahead is a clock’s error' },
    { change: { at: at('08:06') }, verdict: 'future', why: 'six are not' },
    { change: { accuracyM: 200 }, verdict: 'ok', why: 'a street further is near enough' },
    { change: { accuracyM: 1_500 }, verdict: 'inaccurate', why: 'a phone by a mast' },
    {
      change: { at: new Date('2000-01-01T00:00:12Z') },
      verdict: 'year_2000',
      why: 'a clock that never met a satellite',
    },
    { change: { isLocated: false }, verdict: 'not_located', why: 'no satellites' },
    {
      change: { lng: 0, lat: 0, isLocated: false },
      verdict: 'zero_position',
      why: 'a receiver that has not started',
    },
  ])('is $verdict: $why', ({ change, verdict }) => {
    expect(verdictsOf(aFix(change))).toEqual([verdict]);
  });

  it('is dropped when it repeats the instant of the one before', () => {
    expect(verdictsOf(aFix(), aFix(), aFix({ at: at('08:01') }))).toEqual([
      'ok',
      'duplicate',
      'ok',
    ]);
  });

  it('is rejected when no truck could be there so soon, and the way back is believed', () => {
    const far = { lng: 120.3, at: at('08:01') };

    expect(verdictsOf(aFix(), aFix(far), aFix({ at: at('08:02') }))).toEqual([
      'ok',
      'impossible_jump',
      'ok',
    ]);
  });

  it('is believed when a second one confirms the place', () => {
    const there = [at('08:01'), at('08:02')].map((when) => aFix({ lng: 120.3, at: when }));

    expect(verdictsOf(aFix(), ...there)).toEqual(['ok', 'impossible_jump', 'ok']);
  });

  it('is a phone’s that is no fresher than the terminal’s, and counts where it is', () => {
    const fixes = [
      fixOf('terminal', 0),
      fixOf('phone', 10),
      fixOf('phone', 11),
      fixOf('terminal', 30),
      fixOf('phone', 35),
      fixOf('phone', 90),
    ];

    expect(verdictsOf(...fixes)).toEqual([
      'ok',
      'secondary_source',
      'ok',
      'ok',
      'secondary_source',
      'ok',
    ]);
  });

  it('is a phone’s that lies elsewhere, however often it says so while the terminal is heard', () => {
    const elsewhere = [30, 40, 50].map((afterSec) => {
      const when = addSeconds(at('08:00'), afterSec);
      return aFix({ source: 'phone', at: when, receivedAt: when, lng: 120.3 });
    });

    expect(verdictsOf(aFix(), ...elsewhere, aFix({ at: at('08:01') }))).toEqual([
      'ok',
      'impossible_jump',
      'impossible_jump',
      'impossible_jump',
      'ok',
    ]);
  });
});
