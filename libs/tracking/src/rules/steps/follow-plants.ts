import { sideOfCircle } from '@tongyun/geo';
import type { JudgeContext } from '../context.js';
import { enterpriseOf } from '../episodes.js';
import type { Fence, JudgeInput, TimedPoint } from '../inputs.js';
import { FENCE_FIXES, followPresence, isWorthKeeping, NEVER_INSIDE } from '../presence.js';
import type { Step } from '../step.js';
import type { Presence, TrackState } from '../track-state.js';

/**
 * Follows which plants of its enterprise the vehicle is in, by distance and count as the trip's own
 * fences, and since when it is out of them with no trip.
 */
export const followPlants: Step = (state, input, context) => {
  if (input.kind === 'trip_changed') {
    const strayedAtMs = input.trip === null ? state.strayedAtMs : null;
    return { state: { ...state, strayedAtMs }, events: [] };
  }
  const { last } = state;
  if (input.kind !== 'fix' || last === null) return { state, events: [] };
  const yards = followYards(state.yards, last, plantsOf(input, context), context);
  const crossed = Object.values(yards).filter(({ isFresh }) => isFresh);
  const isBack = crossed.some(({ isInside }) => isInside);
  const [left] = crossed.filter(({ isInside }) => !isInside);
  let { strayedAtMs } = state;
  if (left !== undefined && state.trip === null) strayedAtMs = left.crossing[0]!.atMs;
  if (isBack) strayedAtMs = null;
  return { state: { ...state, yards, strayedAtMs }, events: [] };
};

function plantsOf({ at }: JudgeInput, { vehicle, plantsOf: ofEnterprise }: JudgeContext) {
  const enterpriseId = vehicle === null ? null : enterpriseOf(vehicle, at);
  return enterpriseId === null ? [] : ofEnterprise(enterpriseId);
}

function followYards(
  before: TrackState['yards'],
  point: TimedPoint,
  plants: readonly Fence[],
  { policy }: JudgeContext,
): TrackState['yards'] {
  const followed = plants.map((plant): [string, Presence] => {
    const presence = before[plant.id] ?? NEVER_INSIDE;
    const side = sideOfCircle(point, plant, policy.fenceExitMarginM);
    return [plant.id, followPresence(presence, side, point, FENCE_FIXES)];
  });
  return Object.fromEntries(followed.filter(([, presence]) => isWorthKeeping(presence)));
}
