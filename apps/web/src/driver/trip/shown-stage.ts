import type { TripStage } from '@tongyun/contracts';

/** The stages of a trip in the order in which a driver taps them. */
const TAPPED: readonly TripStage[] = [
  'loading',
  'en_route',
  'at_site',
  'unloading',
  'unloaded',
  'back_at_plant',
];
/** Stages that lie between two taps: they count as the tap before them. */
const BETWEEN: Partial<Record<TripStage, TripStage>> = {
  washing: 'unloaded',
  diverted: 'unloaded',
};
const ENDED: readonly TripStage[] = ['refused', 'cancelled'];

export interface TripProgress {
  readonly id: string;
  readonly stage: TripStage;
  readonly nextStage: TripStage | null;
}
export interface WaitingClaim {
  readonly tripId: string;
  readonly stage: TripStage;
}
export interface ShownStage {
  readonly stage: TripStage;
  readonly nextStage: TripStage | null;
  /** The phone is ahead of what the server has answered. */
  readonly isAhead: boolean;
}

/**
 * Says which stage to show: what the server knows, moved on by the taps that still wait.
 *
 * Whichever is further wins, for a fence may have moved the trip past a tap that waited; a trip
 * that was ended from outside stays ended.
 *
 * @param waiting taps not yet answered, oldest first; those of other trips do not count
 */
export function findShownStage(trip: TripProgress, waiting: readonly WaitingClaim[]): ShownStage {
  const known = { stage: trip.stage, nextStage: trip.nextStage, isAhead: false };
  const last = waiting.findLast(({ tripId }) => tripId === trip.id);
  if (!last || ENDED.includes(trip.stage) || rankOf(last.stage) <= rankOf(trip.stage)) return known;
  return { stage: last.stage, nextStage: TAPPED[rankOf(last.stage) + 1] ?? null, isAhead: true };
}

/** -1 before the first tap. */
const rankOf = (stage: TripStage): number => TAPPED.indexOf(BETWEEN[stage] ?? stage);
