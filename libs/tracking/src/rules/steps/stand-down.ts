import { endEpisode } from '../episodes.js';
import type { JudgeEvent } from '../events.js';
import type { Step } from '../step.js';
import { NOTHING_KNOWN } from '../track-state.js';

/**
 * Ends all that is open of a vehicle nothing stands for any more, and forgets it but for its place.
 *
 * A provisional vehicle is what an unknown terminal was taken for. Once the terminal is bound to the
 * vehicle it is really on, whatever goes on is that vehicle's; nobody will ever report for this one.
 */
export const standDown: Step = (state, input) => {
  if (input.kind !== 'stood_down') return null;
  const open = [
    ...Object.values(state.zoneEpisodes),
    ...Object.values(state.watches).map(({ episode }) => episode),
    state.radius?.episode ?? null,
    state.silence.episode,
  ].filter((episode) => episode !== null);
  const events: JudgeEvent[] = open.map((episode) => endEpisode(episode, input.at.getTime()));
  if (state.silence.isSilent) events.push({ kind: 'silence_changed', isSilent: false });
  const { last, terminalAtMs } = state;
  return { state: { ...NOTHING_KNOWN, last, terminalAtMs }, events };
};
