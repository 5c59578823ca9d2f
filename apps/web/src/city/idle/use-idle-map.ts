import type { IdleView } from '@tongyun/contracts';
import { useEffect } from 'react';
import type { MapEngine, Place } from '../../map/engine.js';
import { addEmergencyLayers, showEmergency } from '../../map/layers/index.js';

export interface Emergency {
  readonly at: Place | null;
  readonly radiusKm: number;
  readonly vehicles: IdleView['vehicles'];
  readonly plants: IdleView['plants'];
}

const M_PER_KM = 1_000;

/** Draws the place, its circle and who is within; a click chooses another place. */
export function useIdleMap(
  engine: MapEngine | null,
  { at, radiusKm, vehicles, plants }: Emergency,
  onPlace: (at: Place) => void,
): void {
  useEffect(() => {
    if (!engine) return;
    addEmergencyLayers(engine);
    return engine.onClick([], ({ at: clicked }) => onPlace({ lng: clicked.lng, lat: clicked.lat }));
  }, [engine, onPlace]);
  useEffect(() => {
    if (!engine) return;
    showEmergency(engine, {
      at,
      radiusM: radiusKm * M_PER_KM,
      vehicles: vehicles.map(({ plateNo, position }) => ({ name: plateNo ?? '', position })),
      plants,
    });
  }, [engine, at, radiusKm, vehicles, plants]);
}
