import { distanceM } from '@tongyun/geo';
import type { Wanderer } from '../behaviours/behaviour.js';
import type { Truck } from './truck.js';

const THERE_WITHIN_M = 60;
const REST_SEC = 30;

/** Sends a truck without an order from stop to stop; answers the index of the stop it is bound for. */
export function wander(truck: Truck, { stops }: Wanderer, bound: number): number {
  const stop = stops[bound % stops.length]!;
  if (distanceM(truck.at, stop) > THERE_WITHIN_M) {
    truck.driveTo(stop);
    return bound;
  }
  if (truck.stoodForSec < REST_SEC) return bound;
  return bound + 1;
}
