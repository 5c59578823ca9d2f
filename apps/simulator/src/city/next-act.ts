import type { TripStage } from '@tongyun/contracts';
import { distanceM, type Wgs84 } from '@tongyun/geo';

export interface TripAtHand {
  /** The stage the driver's button records next; null: the trip is over. */
  readonly nextStage: TripStage | null;
  readonly isBatched: boolean;
  readonly plant: Wgs84;
  readonly site: Wgs84;
}

/** How long things take, seconds of wall clock. */
export interface Dwells {
  readonly loadingSec: number;
  readonly waitingSec: number;
  readonly unloadingSec: number;
}

export type Act =
  | { readonly kind: 'drive'; readonly to: Wgs84; readonly goal: 'plant' | 'site' }
  | { readonly kind: 'tap'; readonly stage: TripStage }
  | { readonly kind: 'wait' };

const THERE_WITHIN_M = 60;

/**
 * What a driver does now on his trip: drive, wait, or tap the next stage.
 *
 * @param stoodSec seconds since the truck stopped or the last stage was tapped
 */
export function findNextAct(trip: TripAtHand, at: Wgs84, stoodSec: number, dwells: Dwells): Act {
  const drive = (goal: 'plant' | 'site'): Act => ({ kind: 'drive', to: trip[goal], goal });
  const isAt = (goal: 'plant' | 'site') => distanceM(at, trip[goal]) <= THERE_WITHIN_M;
  const tapAfter = (stage: TripStage, sec: number): Act =>
    stoodSec >= sec ? { kind: 'tap', stage } : { kind: 'wait' };

  switch (trip.nextStage) {
    case 'accepted':
      return { kind: 'tap', stage: 'accepted' };
    case 'loading':
      return isAt('plant') ? { kind: 'tap', stage: 'loading' } : drive('plant');
    case 'en_route':
      return trip.isBatched ? tapAfter('en_route', dwells.loadingSec) : { kind: 'wait' };
    case 'at_site':
      return isAt('site') ? { kind: 'tap', stage: 'at_site' } : drive('site');
    case 'unloading':
      return isAt('site') ? tapAfter('unloading', dwells.waitingSec) : drive('site');
    case 'unloaded':
      return tapAfter('unloaded', dwells.unloadingSec);
    case 'washing':
      return { kind: 'tap', stage: 'washing' };
    case 'back_at_plant':
      return isAt('plant') ? { kind: 'tap', stage: 'back_at_plant' } : drive('plant');
    default:
      return { kind: 'wait' };
  }
}

const AFTER: Partial<Record<TripStage, TripStage>> = {
  accepted: 'loading',
  loading: 'en_route',
  en_route: 'at_site',
  at_site: 'unloading',
  unloading: 'unloaded',
  unloaded: 'back_at_plant',
  washing: 'back_at_plant',
};

/** The button after `stage` as the phone knows it without the network; null at the end. */
export const stageAfter = (stage: TripStage): TripStage | null => AFTER[stage] ?? null;
