import { placeOf, type TripStage } from '../stages.js';

export type QueueState = 'due' | 'waiting' | 'called' | 'loading' | 'batched' | 'left';
export type QueueOrder = 'strict' | 'preferred' | 'off';

/** The fields of a trip at its plant that these rules read. */
export interface TripAtPlant {
  readonly stage: TripStage;
  readonly batchedAt: Date | null;
  /** Whether it is called to a line and that call is open. */
  readonly isCalled: boolean;
  /** Since when its truck has been at the plant, free to load; null when it is not there. */
  readonly waitingSince: Date | null;
}

/** Where a truck is on its way through the plant. */
export function findQueueState(trip: TripAtPlant): QueueState {
  const place = placeOf(trip.stage);
  if (place < 0 || place >= placeOf('en_route')) return 'left';
  if (trip.batchedAt !== null) return 'batched';
  if (trip.stage === 'loading') return 'loading';
  if (trip.isCalled) return 'called';
  return trip.waitingSince === null ? 'due' : 'waiting';
}

/** A truck that waits, as the order of loading ranks it. */
export interface WaitingTruck {
  readonly tripId: string;
  /** When loading was to begin, by plan. */
  readonly plannedAt: Date;
  readonly waitingSince: Date | null;
  readonly isSiteReady: boolean;
  /** Of a load that needs no pump too. */
  readonly isPumpThere: boolean;
}

/** What a plant waits for before it batches. */
export interface LoadHolds {
  readonly holdsForSite: boolean;
  readonly holdsForPump: boolean;
}

type Held = Pick<WaitingTruck, 'isSiteReady' | 'isPumpThere'>;

/** What stands against batching for a load now; null when nothing does. */
export function findHold(
  { isSiteReady, isPumpThere }: Held,
  { holdsForSite, holdsForPump }: LoadHolds,
): 'site_not_ready' | 'pump_not_there' | null {
  if (holdsForSite && !isSiteReady) return 'site_not_ready';
  return holdsForPump && !isPumpThere ? 'pump_not_there' : null;
}

/** The order of loading: by planned slot, then by who came first, then by id. */
export const compareTrucks = (one: WaitingTruck, other: WaitingTruck): number =>
  +one.plannedAt - +other.plannedAt ||
  +(one.waitingSince ?? 0) - +(other.waitingSince ?? 0) ||
  (one.tripId < other.tripId ? -1 : 1);

/** Whose turn it is among those that wait, the held ones left out; null when nobody may load. */
export const findNextTruck = <Truck extends WaitingTruck>(
  waiting: readonly Truck[],
  holds: LoadHolds,
): Truck | null =>
  waiting.filter((truck) => findHold(truck, holds) === null).toSorted(compareTrucks)[0] ?? null;

export type CallVerdict =
  | { readonly ok: true; readonly isJump: boolean }
  | {
      readonly ok: false;
      readonly why: 'jump_refused' | 'jump_needs_reason' | 'site_not_ready' | 'pump_not_there';
    };

/**
 * Judges whether a truck may be called now. One that goes before another whose turn it is jumps the
 * queue, be it at the plant or not.
 *
 * @param next whose turn it is, by `findNextTruck`
 * @param hasReason whether whoever calls says why
 */
export function judgeCall(
  truck: WaitingTruck,
  next: WaitingTruck | null,
  policy: LoadHolds & { readonly queueOrder: QueueOrder },
  hasReason: boolean,
): CallVerdict {
  const hold = findHold(truck, policy);
  if (hold !== null) return { ok: false, why: hold };
  const isJump = next !== null && next.tripId !== truck.tripId;
  if (!isJump || policy.queueOrder === 'off') return { ok: true, isJump };
  if (policy.queueOrder === 'strict') return { ok: false, why: 'jump_refused' };
  return hasReason ? { ok: true, isJump } : { ok: false, why: 'jump_needs_reason' };
}
