import type { ReplayView } from '@tongyun/contracts';
import { useEffect } from 'react';
import type { MapEngine } from '../../map/engine.js';
import { setVehiclesVisible, showReplayMarker, showReplayTrack } from '../../map/layers/index.js';
import { type PathPoint, playheadAt } from './playback.js';

/** Puts the past on the map in place of the present, for as long as it is played. */
export function useMapReplay(
  engine: MapEngine | null,
  replay: ReplayView,
  path: readonly PathPoint[],
  atMs: number,
): void {
  useEffect(() => {
    if (!engine) return;
    setVehiclesVisible(engine, false);
    showReplayTrack(engine, replay);
    const lngs = path.map(({ lng }) => lng);
    const lats = path.map(({ lat }) => lat);
    if (path.length > 0) {
      // The panel has just taken its room from the map.
      engine.resize();
      engine.fit({ west: least(lngs), south: least(lats), east: most(lngs), north: most(lats) });
    }
    return () => {
      setVehiclesVisible(engine, true);
      showReplayTrack(engine, null);
      showReplayMarker(engine, null, []);
    };
  }, [engine, replay, path]);

  useEffect(() => {
    const playhead = playheadAt(path, atMs);
    if (engine) showReplayMarker(engine, playhead, path.slice(0, playhead?.passed ?? 0));
  }, [engine, path, atMs]);
}

const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b));
const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b));
