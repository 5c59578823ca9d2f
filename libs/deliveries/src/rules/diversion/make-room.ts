import type { CalledLoad } from '../order-calls.js';
import { isSameM3, roundM3, SMALLEST_M3 } from '../volume.js';

/** What becomes of the loads of an order that nobody has begun on, when other concrete comes. */
export interface RoomMade {
  /** Loads that are wanted smaller, by id, m³. */
  readonly resized: ReadonlyMap<string, number>;
  readonly droppedIds: readonly string[];
  /** Wanted beside them, because less came than the load was to bring, m³; 0: nothing. */
  readonly addedM3: number;
}

/** Volume of the loads that nobody has begun on, m³: what an order can still take. */
export const openM3Of = (open: readonly Pick<CalledLoad, 'plannedM3'>[]): number =>
  roundM3(open.reduce((sum, { plannedM3 }) => sum + plannedM3, 0));

/**
 * Makes room in an order for concrete that takes the place of one of its loads, so that the order
 * ends at the volume that it asks for: what comes beyond the load is taken off the last ones, what
 * is short is wanted as one more.
 *
 * @param open loads that nobody has begun on, in order of their numbers
 * @returns null when the order does not need so much
 */
export function makeRoom(
  open: readonly CalledLoad[],
  targetId: string,
  carriedM3: number,
): RoomMade | null {
  const target = open.find(({ id }) => id === targetId);
  if (!target || carriedM3 > openM3Of(open) + SMALLEST_M3) return null;
  const resized = new Map<string, number>();
  const droppedIds: string[] = [];
  let overM3 = roundM3(carriedM3 - target.plannedM3);
  for (const load of open.toReversed()) {
    if (load.id === targetId || overM3 < SMALLEST_M3) continue;
    if (load.plannedM3 < overM3 || isSameM3(load.plannedM3, overM3)) droppedIds.push(load.id);
    else resized.set(load.id, roundM3(load.plannedM3 - overM3));
    overM3 = roundM3(Math.max(0, overM3 - load.plannedM3));
  }
  return { resized, droppedIds, addedM3: Math.max(0, roundM3(target.plannedM3 - carriedM3)) };
}
