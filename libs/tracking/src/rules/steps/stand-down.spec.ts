import { aFixAt, aJudgeContext, aTripFacts } from '../../../../../test/support/judge-scenes.js';
import { at } from '../../../../../test/support/permission-facts.js';
import type { JudgeInput, TripFacts } from '../inputs.js';
import { judgeInput } from '../pipeline.js';
import { NOTHING_KNOWN, type TrackState } from '../track-state.js';

const fixAt = (clock: string): JudgeInput => aFixAt(at(clock));

const runAll = (state: TrackState, ...inputs: JudgeInput[]) =>
  inputs.reduce(
    (before, input) => {
      const judged = judgeInput(before.state, input, aJudgeContext({}));
      return { state: judged.state, events: [...before.events, ...judged.events] };
    },
    { state, events: [] as ReturnType<typeof judgeInput>['events'] },
  );

describe('standDown', () => {
  const trip = aTripFacts({ stage: 'en_route' }) as TripFacts;
  const silent = runAll(
    NOTHING_KNOWN,
    { kind: 'trip_changed', at: at('07:59'), trip, duty: null },
    fixAt('08:00'),
    { kind: 'timer', timer: 'silence', at: at('08:10') },
  ).state;

  it('ends every alert that is open, at the time of the decision', () => {
    expect(silent.silence.episode).not.toBeNull();

    const { events } = runAll(silent, { kind: 'stood_down', at: at('08:30') });

    expect(events).toEqual([
      expect.objectContaining({
        kind: 'episode_ended',
        code: 'offline',
        endedAtMs: at('08:30').getTime(),
      }),
      { kind: 'silence_changed', isSilent: false },
    ]);
  });

  it('forgets everything but the last place, and watches again when a report does come', () => {
    const stoodDown = runAll(silent, { kind: 'stood_down', at: at('08:30') }).state;

    expect(stoodDown).toEqual({
      ...NOTHING_KNOWN,
      last: silent.last,
      terminalAtMs: silent.terminalAtMs,
    });
    expect(runAll(stoodDown, fixAt('09:00')).events).toContainEqual(
      expect.objectContaining({ kind: 'timer_set' }),
    );
  });

  it('has nothing to end where nothing is open', () => {
    expect(runAll(NOTHING_KNOWN, { kind: 'stood_down', at: at('08:30') }).events).toEqual([]);
  });
});
