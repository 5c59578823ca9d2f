import type { LoadKind } from '../product.js';
import type { LoadState } from '../order-states.js';
import { isSameM3, roundM3, SMALLEST_M3 } from '../volume.js';

/** The fields of a load that this rule reads. */
export interface FittedLoad {
  readonly id: string;
  readonly kind: LoadKind;
  readonly plannedM3: number;
  readonly state: LoadState;
}

/** What is to be done with an order's loads so that they make up another volume. */
export type LoadFit =
  | {
      readonly ok: true;
      /** Loads that are wanted smaller, by id, m³. */
      readonly resized: ReadonlyMap<string, number>;
      readonly droppedIds: readonly string[];
      /** Wanted beside what there is, m³; 0: nothing. */
      readonly addedM3: number;
    }
  /** Trucks have begun on more than that. */
  | { readonly ok: false; readonly begunM3: number };

const isOpen = ({ state }: FittedLoad): boolean => state === 'planned' || state === 'released';

/** Volume that trucks have begun to bring, or have brought, of an order, m³; mortar is not counted. */
export const begunM3Of = (loads: readonly FittedLoad[]): number =>
  sumM3(loads.filter((load) => load.state !== 'dropped' && !isOpen(load)));

/**
 * Fits the loads of an order to another volume: what is too much is taken off the last loads that
 * nobody has begun on, what is short is wanted as more of them.
 *
 * @param loads in order of their numbers
 * @param volumeM3 what the order is to bring in all, m³, at least 0
 */
export function fitLoads(loads: readonly FittedLoad[], volumeM3: number): LoadFit {
  const begunM3 = begunM3Of(loads);
  if (begunM3 > volumeM3 + SMALLEST_M3) return { ok: false, begunM3 };
  const open = loads.filter((load) => load.kind !== 'priming_mortar' && isOpen(load));
  const missingM3 = roundM3(volumeM3 - begunM3 - sumM3(open));
  const resized = new Map<string, number>();
  const droppedIds: string[] = [];
  let overM3 = Math.max(0, -missingM3);
  for (const { id, plannedM3 } of open.toReversed()) {
    if (overM3 < SMALLEST_M3) break;
    if (plannedM3 < overM3 || isSameM3(plannedM3, overM3)) droppedIds.push(id);
    else resized.set(id, roundM3(plannedM3 - overM3));
    overM3 = roundM3(Math.max(0, overM3 - plannedM3));
  }
  return { ok: true, resized, droppedIds, addedM3: Math.max(0, missingM3) };
}

const sumM3 = (loads: readonly FittedLoad[]): number =>
  roundM3(
    loads.reduce(
      (sum, { kind, plannedM3 }) => sum + (kind === 'priming_mortar' ? 0 : plannedM3),
      0,
    ),
  );
