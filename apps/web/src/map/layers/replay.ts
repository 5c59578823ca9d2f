import type { ReplayView } from '@tongyun/contracts';
import type { MapEngine, Place } from '../engine.js';
import { collection, feature, NOTHING, pointAt } from './features.js';
import { HEADING_ICON } from './vehicle-icons.js';

const TRACK = 'replay-track';
const PLAYED = 'replay-played';
const STOPS = 'replay-stops';
const ALERTS = 'replay-alerts';
const MARKER = 'replay-marker';

/** Where the vehicle is at the instant that is played. */
export interface ReplayMarker extends Place {
  readonly headingDeg: number | null;
}

/** A vehicle's past, above everything of the present. */
export function addReplayLayers(engine: MapEngine): void {
  for (const id of [TRACK, PLAYED, STOPS, ALERTS, MARKER]) engine.setSource(id, NOTHING);
  for (const [id, color, width] of [
    [TRACK, '#8fa3b8', 4],
    [PLAYED, '#0958d9', 4],
  ] as const) {
    engine.setLayer({
      id,
      type: 'line',
      source: id,
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': color, 'line-width': width },
    });
  }
  engine.setLayer({
    id: STOPS,
    type: 'circle',
    source: STOPS,
    paint: {
      'circle-radius': 7,
      'circle-color': '#ffffff',
      'circle-stroke-color': '#1f2933',
      'circle-stroke-width': 3,
    },
  });
  engine.setLayer({
    id: ALERTS,
    type: 'circle',
    source: ALERTS,
    paint: {
      'circle-radius': 6,
      'circle-color': '#cf1322',
      'circle-stroke-color': '#ffffff',
      'circle-stroke-width': 2,
    },
  });
  engine.setLayer({
    id: MARKER,
    type: 'circle',
    source: MARKER,
    paint: {
      'circle-radius': 8,
      'circle-color': '#0958d9',
      'circle-stroke-color': '#ffffff',
      'circle-stroke-width': 2,
    },
  });
  engine.setLayer({
    id: 'replay-heading',
    type: 'symbol',
    source: MARKER,
    filter: ['get', 'hasHeading'],
    layout: {
      'icon-image': HEADING_ICON,
      'icon-size': 1.5,
      'icon-rotate': ['get', 'headingDeg'],
      'icon-rotation-alignment': 'map',
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
    },
  });
}

/** Draws the whole track with its stops and alerts; null takes it away. */
export function showReplayTrack(engine: MapEngine, replay: ReplayView | null): void {
  engine.setSource(TRACK, lineThrough(replay?.points ?? []));
  engine.setSource(
    STOPS,
    collection((replay?.stops ?? []).map(({ position }) => pointAt(position))),
  );
  engine.setSource(
    ALERTS,
    collection((replay?.alerts ?? []).map(({ position }) => pointAt(position))),
  );
}

/** Draws how far the play has come; null takes it away. */
export function showReplayMarker(
  engine: MapEngine,
  marker: ReplayMarker | null,
  played: readonly Place[],
): void {
  engine.setSource(PLAYED, lineThrough(marker === null ? played : [...played, marker]));
  if (marker === null) return engine.setSource(MARKER, NOTHING);
  const { headingDeg } = marker;
  const properties = { headingDeg: headingDeg ?? 0, hasHeading: headingDeg !== null };
  engine.setSource(MARKER, collection([pointAt(marker, properties)]));
}

function lineThrough(places: readonly Place[]) {
  if (places.length < 2) return NOTHING;
  const coordinates = places.map(({ lng, lat }) => [lng, lat]);
  return collection([feature({ type: 'LineString', coordinates })]);
}
