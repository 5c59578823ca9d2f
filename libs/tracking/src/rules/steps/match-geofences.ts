import { sideOfCircle } from '@tongyun/geo';
import type { JudgeContext } from '../context.js';
import type { Fence, JudgeInput, TimedPoint } from '../inputs.js';
import type { Step } from '../step.js';
import {
  FENCE_FIXES,
  followPresence,
  isWorthKeeping,
  NEVER_INSIDE,
  type Side,
} from '../presence.js';
import type { Presence, TrackState } from '../track-state.js';
import { isBinding } from '../zone-binding.js';

type Presences = Readonly<Record<string, Presence>>;

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
  return { state: { ...state, fences, zones }, events: [] };
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

const bindingZonesAt = (lng: number, lat: number, context: JudgeContext): string[] =>
  context.zones.zonesAt(lng, lat).filter((zoneId) => isBinding(zoneId, context));

function followFences(
  { trip, pump, fences }: TrackState,
  point: TimedPoint | null,
  { policy }: JudgeContext,
): Presences {
  const ways: readonly Way[] = [trip, pump].filter((way) => way !== null);
  const follow = (name: string, fence: Fence): [string, Presence] => {
    const presence = fences[name] ?? NEVER_INSIDE;
    if (point === null) return [name, { ...presence, isFresh: false }];
    const side = sideOfCircle(point, fence, policy.fenceExitMarginM);
    return [name, followPresence(presence, side, point, FENCE_FIXES)];
  };
  return Object.fromEntries(
    ways.flatMap((way) => [follow(plantFence(way), way.plant), follow(siteFence(way), way.site)]),
  );
}

function followZones(before: Presences, point: TimedPoint, context: JudgeContext): Presences {
  const { zones, policy } = context;
  const covering = bindingZonesAt(point.lng, point.lat, context);
  const known = Object.keys(before).filter((zoneId) => zones.factOf(zoneId) !== undefined);
  if (covering.length === 0 && known.length === 0) return {};

  const near = new Set(zones.zonesNear(point.lng, point.lat, policy.zoneMarginM));
  const sideOf = (zoneId: string): Side => {
    // Inside is believed to the very border: a jitter about it starts no count towards the exit.
    if (covering.includes(zoneId) && before[zoneId]?.isInside === true) return 'inside';
    if (near.has(zoneId)) return 'band';
    return covering.includes(zoneId) ? 'inside' : 'outside';
  };
  const fixes = { enter: policy.zoneConfirmFixes, leave: policy.endFixes };
  const followed = [...new Set([...known, ...covering])].toSorted().map((zoneId) => {
    const presence = before[zoneId] ?? NEVER_INSIDE;
    return [zoneId, followPresence(presence, sideOf(zoneId), point, fixes)] as const;
  });
  return Object.fromEntries(followed.filter(([, presence]) => isWorthKeeping(presence)));
}

const calmed = (presences: Presences): Presences =>
  Object.fromEntries(
    Object.entries(presences).map(([name, presence]) => [name, { ...presence, isFresh: false }]),
  );
