import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { MapEngine } from '../../map/engine.js';
import { showDraft, showEvidence, showTrack } from '../../map/layers/index.js';
import { useDesk } from '../desk.js';
import { trackOf } from '../vehicles/track-query.js';

/** Draws what the desk looks at: track, evidence of an alert, the place being picked; goes there. */
export function useMapFocus(engine: MapEngine | null): void {
  const { state } = useDesk();
  const { vehicleId, alert, isReplaying, picked, view } = state;
  const track = useQuery(trackOf(vehicleId)).data;

  useEffect(() => {
    if (engine) showTrack(engine, vehicleId === null || isReplaying ? null : (track ?? null));
  }, [engine, vehicleId, isReplaying, track]);
  useEffect(() => {
    if (engine) showEvidence(engine, alert?.evidence ?? []);
  }, [engine, alert]);
  useEffect(() => {
    if (engine) showDraft(engine, picked);
  }, [engine, picked]);
  useEffect(() => {
    if (engine && view) engine.flyTo(view.at, view.zoom);
  }, [engine, view]);
}
