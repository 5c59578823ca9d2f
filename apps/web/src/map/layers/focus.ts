import type { EvidencePoint, TrackView } from '@tongyun/contracts';
import type { MapEngine, Place } from '../engine.js';
import { collection, feature, NOTHING, pointAt } from './features.js';

const TRACK = 'focus-track';
const SELECTED = 'focus-selected';
const EVIDENCE = 'focus-evidence';
const DRAFT = 'focus-draft';

/** What lies beneath the trucks: the track of the chosen one, the points behind an alert. */
export function addFocusLayers(engine: MapEngine): void {
  for (const id of [TRACK, SELECTED, EVIDENCE, DRAFT]) engine.setSource(id, NOTHING);
  engine.setLayer({
    id: 'focus-track-casing',
    type: 'line',
    source: TRACK,
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': '#ffffff', 'line-width': 6, 'line-opacity': 0.8 },
  });
  engine.setLayer({
    id: 'focus-track',
    type: 'line',
    source: TRACK,
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': '#0958d9', 'line-width': 3 },
  });
  engine.setLayer({
    id: 'focus-evidence',
    type: 'circle',
    source: EVIDENCE,
    paint: {
      'circle-radius': 5,
      'circle-color': '#cf1322',
      'circle-stroke-color': '#ffffff',
      'circle-stroke-width': 1.5,
    },
  });
  engine.setLayer({
    id: 'focus-selected',
    type: 'circle',
    source: SELECTED,
    paint: {
      'circle-radius': 20,
      'circle-color': '#ffd666',
      'circle-opacity': 0.45,
      'circle-stroke-color': '#ad6800',
      'circle-stroke-width': 2,
    },
  });
  engine.setLayer({
    id: 'focus-draft',
    type: 'circle',
    source: DRAFT,
    paint: {
      'circle-radius': 9,
      'circle-color': '#faad14',
      'circle-stroke-color': '#613f00',
      'circle-stroke-width': 3,
    },
  });
}

export function showTrack(engine: MapEngine, track: TrackView | null): void {
  const coordinates = (track?.points ?? []).map(({ lng, lat }) => [lng, lat]);
  const isLine = coordinates.length > 1;
  engine.setSource(
    TRACK,
    isLine ? collection([feature({ type: 'LineString', coordinates })]) : NOTHING,
  );
}

export const showEvidence = (engine: MapEngine, points: readonly EvidencePoint[]): void =>
  engine.setSource(EVIDENCE, collection(points.map((point) => pointAt(point))));

const onePlace = (place: Place | null) => (place ? collection([pointAt(place)]) : NOTHING);

export const showSelected = (engine: MapEngine, place: Place | null): void =>
  engine.setSource(SELECTED, onePlace(place));

/** A position that is being chosen and is not saved yet. */
export const showDraft = (engine: MapEngine, place: Place | null): void =>
  engine.setSource(DRAFT, onePlace(place));
