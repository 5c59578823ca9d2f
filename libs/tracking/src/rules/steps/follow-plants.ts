import { distanceM, wgs84 } from '@tongyun/geo';
import { enterpriseOf } from '../episodes.js';
import type { Step } from '../step.js';

/** Follows which plant of its enterprise the vehicle is in, or was in last. */
export const followPlants: Step = (state, input, context) => {
  const { last, plant } = state;
  if (input.kind !== 'fix' || last === null || context.vehicle === null) {
    return { state, events: [] };
  }
  const enterpriseId = enterpriseOf(context.vehicle, input.at);
  if (enterpriseId === null) return { state: { ...state, plant: null }, events: [] };
  const here = wgs84(last.lng, last.lat);
  const isWithin = (plantId: string, marginM: number) =>
    context
      .plantsOf(enterpriseId)
      .some(
        ({ id, lng, lat, radiusM }) =>
          id === plantId && distanceM(wgs84(lng, lat), here) <= radiusM + marginM,
      );
  const inside = context
    .plantsOf(enterpriseId)
    .find(({ lng, lat, radiusM }) => distanceM(wgs84(lng, lat), here) <= radiusM);
  if (inside !== undefined) {
    return { state: { ...state, plant: { plantId: inside.id, isIn: true } }, events: [] };
  }
  if (plant?.isIn !== true || isWithin(plant.plantId, context.policy.fenceExitMarginM)) {
    return { state, events: [] };
  }
  return { state: { ...state, plant: { ...plant, isIn: false } }, events: [] };
};
