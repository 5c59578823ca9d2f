import { aFixAt, aJudgeContext, aTripFacts } from '../../../../../test/support/judge-scenes.js';
import { at } from '../../../../../test/support/permission-facts.js';
import type { JudgeInput, TripFacts } from '../inputs.js';
import { judgeInput } from '../pipeline.js';
import { NOTHING_KNOWN } from '../track-state.js';

const fixAt = (clock: string): JudgeInput => aFixAt(at(clock));
const timerAt = (clock: string): JudgeInput => ({ kind: 'timer', timer: 'silence', at: at(clock) });
const tripAt = (clock: string, change: object | null): JudgeInput => ({
  kind: 'trip_changed',
  at: at(clock),
  trip: change === null ? null : (aTripFacts(change) as TripFacts),
  duty: null,
});

function eventsOf(...inputs: JudgeInput[]): string[] {
  let state = NOTHING_KNOWN;
  return inputs.flatMap((input) => {
    const judged = judgeInput(state, input, aJudgeContext({}));
    state = judged.state;
    const ofSilence = judged.events.filter(
      (event) => event.kind !== 'timer_set' || event.timer === 'silence',
    );
    return ofSilence.map((event) => {
      switch (event.kind) {
        case 'timer_set':
          return `timer ${new Date(event.dueAtMs).toISOString().slice(11, 16)}`;
        case 'silence_changed':
          return event.isSilent ? 'silent' : 'heard';
        default:
          return event.kind;
      }
    });
  });
}

describe('watchSilence', () => {
  const onTheRoad = tripAt('07:59', { stage: 'en_route' });

  it('sets one timer, and sets it again when the vehicle was heard meanwhile', () => {
    expect(eventsOf(fixAt('08:00'), fixAt('08:04'), timerAt('08:10'))).toEqual([
      'timer 00:10',
      'timer 00:14',
    ]);
  });

  it('alerts when a truck on a trip falls silent, and ends it with the next fix', () => {
    expect(eventsOf(onTheRoad, fixAt('08:00'), timerAt('08:10'), fixAt('08:20'))).toEqual([
      'timer 00:10',
      'silent',
      'episode_opened',
      'episode_ended',
      'heard',
      'timer 00:30',
    ]);
  });

  it('takes no other timer for its own, which is held while nobody listens', () => {
    const other: JudgeInput = { kind: 'timer', timer: 'watch', at: at('08:12') };

    expect(eventsOf(onTheRoad, fixAt('08:00'), other)).toEqual(['timer 00:10']);
  });

  it('lets its timer say nothing to other rules: the concrete that is old by then has one of its own', () => {
    const loaded = tripAt('07:59', { isLoaded: true, batchedAtMs: at('07:00').getTime() });

    expect(eventsOf(loaded, fixAt('07:59'), timerAt('08:09'))).toEqual([
      'timer 00:09',
      'silent',
      'episode_opened', // it is offline
    ]);
  });

  it('says that a vehicle without a trip is silent, and alerts nobody', () => {
    expect(eventsOf(fixAt('08:00'), timerAt('08:10'))).toEqual(['timer 00:10', 'silent']);
  });

  it('alerts when a silent vehicle starts a trip, and ends it with the trip', () => {
    const inputs = [
      fixAt('08:00'),
      timerAt('08:10'),
      tripAt('08:15', { stage: 'loading' }),
      tripAt('08:20', null),
    ];

    expect(eventsOf(...inputs)).toEqual([
      'timer 00:10',
      'silent',
      'episode_opened',
      'episode_ended',
    ]);
  });
});
