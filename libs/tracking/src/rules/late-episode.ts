import type { EpisodeOpened } from './events.js';
import type { TrackState, WatchedCode } from './track-state.js';
import { isWatched } from './watches/index.js';

/**
 * Takes an episode that late fixes opened, and that still goes on, over into the live state, with
 * what the live state must know in order to end it.
 *
 * @param live the state of now, which keeps its own episodes
 * @param tip the state that the vehicle's past, run again with the late fixes, came to
 */
export function takeOverEpisode(
  live: TrackState,
  tip: TrackState,
  { code, subjectKind, subjectId }: EpisodeOpened,
): TrackState {
  switch (subjectKind) {
    case 'zone': {
      const presence = tip.zones[subjectId];
      const episode = tip.zoneEpisodes[subjectId];
      if (!presence || !episode || live.zoneEpisodes[subjectId]) return live;
      return {
        ...live,
        zones: { ...live.zones, [subjectId]: { ...presence, isFresh: false } },
        zoneEpisodes: { ...live.zoneEpisodes, [subjectId]: episode },
      };
    }
    case 'plant':
      return live.radius?.episode ? live : { ...live, radius: tip.radius };
    case 'vehicle':
      return isWatched(code) ? takeOverWatch(live, tip, code) : live;
  }
}

function takeOverWatch(live: TrackState, tip: TrackState, code: WatchedCode): TrackState {
  const watch = tip.watches[code];
  const isKnown = live.watches[code]?.episode != null;
  if (watch === undefined || isKnown) return live;
  return { ...live, watches: { ...live.watches, [code]: watch } };
}
