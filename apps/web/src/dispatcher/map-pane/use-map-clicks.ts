import { useEffect } from 'react';
import type { MapEngine } from '../../map/engine.js';
import { VEHICLE_LAYERS } from '../../map/layers/index.js';
import { useDesk } from '../desk.js';

/** A click chooses the vehicle beneath it, or the place of a new site while one is picked. */
export function useMapClicks(engine: MapEngine | null): void {
  const { state, act } = useDesk();
  const { isPicking } = state;
  useEffect(() => {
    if (!engine) return;
    return engine.onClick(VEHICLE_LAYERS, ({ at, hits }) => {
      if (isPicking) {
        act({ do: 'picked', at: { lng: at.lng, lat: at.lat } });
        return;
      }
      const vehicleId = hits[0]?.properties['vehicleId'];
      if (typeof vehicleId === 'string') act({ do: 'select_vehicle', vehicleId, at: null });
    });
  }, [engine, act, isPicking]);
}
