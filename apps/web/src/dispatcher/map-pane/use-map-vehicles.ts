import { useEffect } from 'react';
import type { MapEngine } from '../../map/engine.js';
import { showSelected, showVehicles } from '../../map/layers/index.js';
import { useDesk } from '../desk.js';

const INTERVAL_MS = 1_000;

/** Puts the vehicles on the map past React, once a second at most and only after a change. */
export function useMapVehicles(engine: MapEngine | null): void {
  const { state, vehicles } = useDesk();
  const { vehicleId } = state;

  useEffect(() => {
    if (!engine) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let drawnAtMs = 0;
    const draw = () => {
      timer = undefined;
      drawnAtMs = performance.now();
      showVehicles(engine, vehicles.read());
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
    if (!engine) return;
    const mark = () => {
      const chosen = vehicleId === null ? undefined : vehicles.get(vehicleId);
      showSelected(engine, chosen?.position ?? null);
    };
    mark();
    return vehicles.subscribe(mark);
  }, [engine, vehicles, vehicleId]);
}
