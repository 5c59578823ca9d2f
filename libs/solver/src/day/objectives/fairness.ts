import type { TruckGoal } from './goal.js';

/** Trips squared: the sum over a fleet is least when all drive alike. */
export const fairness: TruckGoal = {
  code: 'fairness',
  unit: 'trips²',
  price: ({ weights }) => weights.fairnessPerTrip2,
  ofTruck: (_problem, _truck, trips) => trips.length * trips.length,
};
