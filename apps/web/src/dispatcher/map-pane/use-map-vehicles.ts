import { useEffect, useRef } from 'react';
import type { MapEngine } from '../../map/engine.js';
import { showSelected, showVehicles } from '../../map/layers/index.js';
import { useDesk } from '../desk.js';

/** A little under the server's second, so that no beat of it is passed over. */
const INTERVAL_MS = 900;

/** Puts the vehicles on the map past React, once a second at most and only after a change. */
export function useMapVehicles(engine: MapEngine | null): void {
  const { state, vehicles } = useDesk();
  const { vehicleId } = state;
  const chosenId = useRef(vehicleId);

  useEffect(() => {
    if (!engine) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let drawnAtMs = 0;
    const draw = () => {
      timer = undefined;
      drawnAtMs = performance.now();
      showVehicles(engine, vehicles.read());
      const chosen = chosenId.current === null ? undefined : vehicles.get(chosenId.current);
      showSelected(engine, chosen?.position ?? null);
    };
    const schedule = () => {
      timer ??= setTimeout(draw, Math.max(0, INTERVAL_MS - (performance.now() - drawnAtMs)));
    };
    const stop = vehicles.subscribe(schedule);
    draw();
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [engine, vehicles]);

  useEffect(() => {
    chosenId.current = vehicleId;
    const chosen = vehicleId === null ? undefined : vehicles.get(vehicleId);
    if (engine) showSelected(engine, chosen?.position ?? null);
  }, [engine, vehicles, vehicleId]);
}
