import { sideOfCircle } from '@tongyun/geo';
import type { JudgeContext } from '../context.js';
import { enterpriseOf } from '../episodes.js';
import { NO_EVENTS } from '../events.js';
import type { Fence, JudgeInput, TimedPoint } from '../inputs.js';
import {
  FENCE_FIXES,
  followPresence,
  isWorthKeeping,
  NEVER_INSIDE,
  type Presences,
  presencesAfter,
} from '../presence.js';
import type { Step } from '../step.js';
import type { Presence } from '../track-state.js';

/**
 * Follows which plants of its enterprise the vehicle is in, by distance and count as the trip's own
 * fences, and since when it is out of them with no trip.
 */
export const followPlants: Step = (state, input, context) => {
  if (input.kind === 'trip_changed') {
    if (input.trip === null || state.strayedAtMs === null) return null;
    return { state: { ...state, strayedAtMs: null }, events: NO_EVENTS };
  }
  const { last } = state;
  if (input.kind !== 'fix' || last === null) return null;
  const yards = followYards(state.yards, last, plantsOf(input, context), context);
  if (yards === state.yards) return null;
  const crossed = Object.values(yards).filter(({ isFresh }) => isFresh);
  const isBack = crossed.some(({ isInside }) => isInside);
  const [left] = crossed.filter(({ isInside }) => !isInside);
  let { strayedAtMs } = state;
  if (left !== undefined && state.trip === null) strayedAtMs = left.crossing[0]!.atMs;
  if (isBack) strayedAtMs = null;
  return { state: { ...state, yards, strayedAtMs }, events: NO_EVENTS };
};

function plantsOf({ at }: JudgeInput, { vehicle, plantsOf: ofEnterprise }: JudgeContext) {
  const enterpriseId = vehicle === null ? null : enterpriseOf(vehicle, at);
  return enterpriseId === null ? [] : ofEnterprise(enterpriseId);
}

function followYards(
  yards: Presences,
  point: TimedPoint,
  plants: readonly Fence[],
  { policy }: JudgeContext,
): Presences {
  const kept: [string, Presence][] = [];
  for (const plant of plants) {
    const side = sideOfCircle(point, plant, policy.fenceExitMarginM);
    const before = yards[plant.id] ?? NEVER_INSIDE;
    const presence = followPresence(before, side, point, FENCE_FIXES);
    if (isWorthKeeping(presence)) kept.push([plant.id, presence]);
  }
  return presencesAfter(yards, kept);
}
