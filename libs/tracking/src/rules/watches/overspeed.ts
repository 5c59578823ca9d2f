import type { JudgeContext } from '../context.js';
import type { TrackState } from '../track-state.js';
import { bySeveralFixes, type Watch } from './watch.js';

const TOWN_ZONES: readonly string[] = ['built_up', 'central_town'];
/** Above the limit by this share it is grave. */
const GRAVE_FROM = 1.2;

/** Faster than the limit of where it is, for longer than an overtaking takes. */
export const overspeed: Watch = {
  code: 'overspeed',
  confirmFixes: bySeveralFixes,
  holdSec: ({ overspeedHoldSec }) => overspeedHoldSec,
  find(state, input, context) {
    if (input.kind !== 'fix' || input.speedKph === null) return 'no_word';
    const { overspeedKph, overspeedTownKph } = context.policy;
    const { lowestSpeedLimitKph } = context.zones;
    if (input.speedKph <= Math.min(overspeedKph, overspeedTownKph, lowestSpeedLimitKph))
      return null;
    const limitKph = limitAt(state, context);
    if (input.speedKph <= limitKph) return null;
    return {
      level: input.speedKph > limitKph * GRAVE_FROM ? 'grave' : 'warning',
      value: Math.round(input.speedKph),
      limitValue: limitKph,
      unit: 'km/h',
      sinceMs: null,
    };
  },
};

/** The limit of a road or zone that states one, the lowest; else that of town or country. */
function limitAt({ last }: TrackState, { zones, policy }: JudgeContext): number {
  const here = last === null ? [] : zones.zonesAt(last.lng, last.lat);
  const stated = here.flatMap((zoneId) => zones.speedLimitOf(zoneId) ?? []);
  if (stated.length > 0) return Math.min(...stated);
  const isInTown = here.some((zoneId) => TOWN_ZONES.includes(zones.factOf(zoneId)?.kind ?? ''));
  return isInTown ? policy.overspeedTownKph : policy.overspeedKph;
}
