import type { EpisodeOpened } from './events.js';
import type { TrackState } from './track-state.js';

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
  { subjectKind, subjectId }: EpisodeOpened,
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
      return live;
  }
}
