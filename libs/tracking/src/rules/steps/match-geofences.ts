import { distanceM, wgs84 } from '@tongyun/geo';
import type { JudgeContext } from '../context.js';
import type { Fence, TimedPoint, TripFacts } from '../inputs.js';
import type { Step } from '../step.js';
import { followPresence, NEVER_INSIDE, type Side } from '../presence.js';
import type { Presence, TrackState } from '../track-state.js';

/** Two fixes: one wild fix neither brings a truck to its site nor takes it away. */
const FENCE_FIXES = { enter: 2, leave: 2 };

type Presences = Readonly<Record<string, Presence>>;

export const plantFence = ({ plant }: TripFacts): string => `plant:${plant.id}`;
export const siteFence = ({ site }: TripFacts): string => `site:${site.id}`;

/** Follows which of the trip's fences and which binding zones the vehicle is in. */
export const matchGeofences: Step = (state, input, context) => {
  const point = input.kind === 'fix' ? state.last : null;
  const fences = followFences(state, point, context);
  const zones = point === null ? calmed(state.zones) : followZones(state.zones, point, context);
  return { state: { ...state, fences, zones }, events: [] };
};

function followFences(
  { trip, fences }: TrackState,
  point: TimedPoint | null,
  { policy }: JudgeContext,
): Presences {
  if (trip === null) return {};
  const follow = (name: string, fence: Fence): [string, Presence] => {
    const presence = fences[name] ?? NEVER_INSIDE;
    if (point === null) return [name, { ...presence, isFresh: false }];
    const side = sideOfFence(fence, point, policy.fenceExitMarginM);
    return [name, followPresence(presence, side, point, FENCE_FIXES)];
  };
  return Object.fromEntries([
    follow(plantFence(trip), trip.plant),
    follow(siteFence(trip), trip.site),
  ]);
}

function sideOfFence(fence: Fence, point: TimedPoint, exitMarginM: number): Side {
  const awayM = distanceM(wgs84(fence.lng, fence.lat), wgs84(point.lng, point.lat));
  if (awayM <= fence.radiusM) return 'inside';
  return awayM <= fence.radiusM + exitMarginM ? 'band' : 'outside';
}

function followZones(before: Presences, point: TimedPoint, context: JudgeContext): Presences {
  const { zones, policy, vehicle } = context;
  const covering = zones.zonesAt(point.lng, point.lat).filter((zoneId) => {
    const fact = zones.factOf(zoneId);
    return vehicle !== null && fact !== undefined && fact.binds.includes(vehicle.kind);
  });
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

const isWorthKeeping = ({ isInside, isFresh, contrary }: Presence): boolean =>
  isInside || isFresh || contrary.length > 0;

const calmed = (presences: Presences): Presences =>
  Object.fromEntries(
    Object.entries(presences).map(([name, presence]) => [name, { ...presence, isFresh: false }]),
  );
