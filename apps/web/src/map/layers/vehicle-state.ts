import type { LiveVehicleView } from '@tongyun/contracts';

/** What a truck is doing, as the map colours it. Red is for violations only (glossary §7). */
export const VEHICLE_STATES = [
  'violating',
  'loading',
  'loaded',
  'unloading',
  'empty',
  'idle',
  'offline',
] as const;
export type VehicleState = (typeof VEHICLE_STATES)[number];

/** Darker than the colours the trade uses, so that a white letter reads on each (4.5 : 1). */
export const STATE_COLORS: Readonly<Record<VehicleState, string>> = {
  violating: '#cf1322',
  loading: '#ad4e00',
  loaded: '#531dab',
  unloading: '#237804',
  empty: '#0958d9',
  idle: '#0e7490',
  offline: '#6b7280',
};

type Judged = Pick<LiveVehicleView, 'isViolating' | 'isOnline' | 'stage' | 'fixAt'>;

/** A violation outranks silence, and silence outranks the stage that was last known. */
export function vehicleStateOf({ isViolating, isOnline, stage, fixAt }: Judged): VehicleState {
  if (isViolating) return 'violating';
  if (!isOnline || fixAt === null) return 'offline';
  switch (stage) {
    case 'loading':
      return 'loading';
    case 'en_route':
    case 'at_site':
    case 'diverted':
    case 'refused':
      return 'loaded';
    case 'unloading':
      return 'unloading';
    case 'assigned':
    case 'accepted':
    case 'unloaded':
    case 'washing':
      return 'empty';
    case 'back_at_plant':
    case 'cancelled':
    case null:
      return 'idle';
  }
}
