import type { LiveVehicleView, TripStage } from '@tongyun/contracts';

const LOADED: readonly TripStage[] = ['loading', 'en_route', 'at_site', 'unloading', 'diverted'];

/** Whether the vehicle is on a trip whose concrete could be sent elsewhere; the server knows for sure. */
export const mayCarryConcrete = ({ tripId, stage }: Pick<LiveVehicleView, 'tripId' | 'stage'>) =>
  tripId !== null && stage !== null && LOADED.includes(stage);
