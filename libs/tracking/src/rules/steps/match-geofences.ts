import { sideOfCircle } from '@tongyun/geo';
import type { JudgeContext } from '../context.js';
import { NO_EVENTS } from '../events.js';
import type { Fence, JudgeInput, TimedPoint } from '../inputs.js';
import type { Step } from '../step.js';
import {
  calm,
  calmed,
  FENCE_FIXES,
  followPresence,
  isWorthKeeping,
  NEVER_INSIDE,
  type Presences,
  presencesAfter,
  type Side,
} from '../presence.js';
import type { Presence, TrackState } from '../track-state.js';
import { bindingOnes } from '../zone-binding.js';

/** Where somebody goes from and to. */
interface Way {
  readonly plant: Fence;
  readonly site: Fence;
}

export const plantFence = ({ plant }: Pick<Way, 'plant'>): string => `plant:${plant.id}`;
export const siteFence = ({ site }: Pick<Way, 'site'>): string => `site:${site.id}`;

/** Follows which of the fences of its trip or pump job and which binding zones the vehicle is in. */
export const matchGeofences: Step = (state, input, context) => {
  const point = input.kind === 'fix' ? state.last : null;
  const fences = followFences(state, point, context);
  const zones = zonesAfter(state, input, context);
  if (fences === state.fences && zones === state.zones) return null;
  return { state: { ...state, fences, zones }, events: NO_EVENTS };
};

function zonesAfter(state: TrackState, input: JudgeInput, context: JudgeContext): Presences {
  const { zones, last } = state;
  if (input.kind === 'fix')
    return last === null ? calmed(zones) : followZones(zones, last, context);
  if (input.kind !== 'facts_changed' || last === null) return calmed(zones);
  return placeAnew(calmed(zones), { ...last, atMs: input.at.getTime() }, context);
}

/**
 * Takes a vehicle for in or out of a zone that was drawn, redrawn or lifted around it while it
 * stands: it did not cross, so there is nothing to count. Where fixes are being counted, they go on.
 */
function placeAnew(
  before: Presences,
  { atMs, lng, lat }: TimedPoint,
  context: JudgeContext,
): Presences {
  const { zones, policy } = context;
  const covering = bindingZonesAt(lng, lat, context);
  const near = new Set(zones.zonesNear(lng, lat, policy.zoneMarginM));
  const known = Object.keys(before).filter((zoneId) => zones.factOf(zoneId) !== undefined);
  const placed = [...new Set([...known, ...covering])].toSorted().map((zoneId) => {
    const presence = before[zoneId] ?? NEVER_INSIDE;
    const isInside = covering.includes(zoneId);
    const isOpen = near.has(zoneId) || presence.contrary.length > 0;
    if (isOpen || isInside === presence.isInside) return [zoneId, presence] as const;
    const crossing = [{ atMs, lng, lat }];
    return [zoneId, { isInside, contrary: [], crossing, isFresh: true }] as const;
  });
  return Object.fromEntries(placed.filter(([, presence]) => isWorthKeeping(presence)));
}

const bindingZonesAt = (lng: number, lat: number, context: JudgeContext): readonly string[] =>
  bindingOnes(context.zones.zonesAt(lng, lat), context);

function followFences(
  { trip, pump, fences }: TrackState,
  point: TimedPoint | null,
  { policy }: JudgeContext,
): Presences {
  if (trip === null && pump === null) return presencesAfter(fences, []);
  const ways: readonly Way[] = [trip, pump].filter((way) => way !== null);
  const follow = (name: string, fence: Fence): [string, Presence] => {
    const before = fences[name] ?? NEVER_INSIDE;
    if (point === null) return [name, calm(before)];
    const side = sideOfCircle(point, fence, policy.fenceExitMarginM);
    return [name, followPresence(before, side, point, FENCE_FIXES)];
  };
  return presencesAfter(
    fences,
    ways.flatMap((way) => [follow(plantFence(way), way.plant), follow(siteFence(way), way.site)]),
  );
}

function followZones(before: Presences, point: TimedPoint, context: JudgeContext): Presences {
  const { zones, policy } = context;
  const covering = bindingZonesAt(point.lng, point.lat, context);
  if (isSettledIn(covering, before)) return before;
  const known = Object.keys(before).filter((zoneId) => zones.factOf(zoneId) !== undefined);

  // Looked for only where it is asked: a vehicle in the midst of a zone is near no border of it.
  let near: ReadonlySet<string> | null = null;
  const isNear = (zoneId: string): boolean => {
    near ??= new Set(zones.zonesNear(point.lng, point.lat, policy.zoneMarginM));
    return near.has(zoneId);
  };
  const sideOf = (zoneId: string): Side => {
    // Inside is believed to the very border: a jitter about it starts no count towards the exit.
    if (covering.includes(zoneId) && before[zoneId]?.isInside === true) return 'inside';
    if (isNear(zoneId)) return 'band';
    return covering.includes(zoneId) ? 'inside' : 'outside';
  };
  const fixes = { enter: policy.zoneConfirmFixes, leave: policy.endFixes };
  const followed = [...new Set([...known, ...covering])].toSorted().map((zoneId) => {
    const presence = before[zoneId] ?? NEVER_INSIDE;
    return [zoneId, followPresence(presence, sideOf(zoneId), point, fixes)] as const;
  });
  return presencesAfter(
    before,
    followed.filter(([, presence]) => isWorthKeeping(presence)),
  );
}

/** Whether these zones are the very ones that a vehicle is in, with nothing that speaks against it. */
const isSettledIn = (zoneIds: readonly string[], presences: Presences): boolean =>
  zoneIds.length === Object.keys(presences).length &&
  zoneIds.every((zoneId) => {
    const presence = presences[zoneId];
    return presence?.isInside === true && !presence.isFresh && presence.contrary.length === 0;
  });
