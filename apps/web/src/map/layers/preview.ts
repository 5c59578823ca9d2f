import type { MapEngine, Place } from '../engine.js';
import { MACHINE_FONTS } from '../machine-fonts.js';
import { collection, NOTHING, pointAt } from './features.js';

const PREVIEW = 'preview';

export interface PreviewPlace {
  readonly name: string;
  readonly position: Place;
}

/** Places that are not stored yet. */
export function addPreviewLayer(engine: MapEngine): void {
  engine.setSource(PREVIEW, NOTHING);
  engine.setLayer({
    id: 'preview-points',
    type: 'circle',
    source: PREVIEW,
    paint: {
      'circle-radius': 6,
      'circle-color': '#d4380d',
      'circle-stroke-color': '#ffffff',
      'circle-stroke-width': 2,
    },
  });
  engine.setLayer({
    id: 'preview-names',
    type: 'symbol',
    source: PREVIEW,
    layout: {
      'text-field': ['get', 'name'],
      'text-font': [...MACHINE_FONTS],
      'text-size': 12,
      'text-anchor': 'top',
      'text-offset': [0, 0.7],
      'text-optional': true,
    },
    paint: { 'text-color': '#871400', 'text-halo-color': '#ffffff', 'text-halo-width': 1.6 },
  });
}

/** Draws the places and goes where all of them are seen. */
export function showPreview(engine: MapEngine, places: readonly PreviewPlace[]): void {
  engine.setSource(
    PREVIEW,
    collection(places.map(({ name, position }) => pointAt(position, { name }))),
  );
  if (places.length === 0) return;
  const lngs = places.map(({ position }) => position.lng);
  const lats = places.map(({ position }) => position.lat);
  const [west, east] = [least(lngs), -least(lngs.map((lng) => -lng))];
  const [south, north] = [least(lats), -least(lats.map((lat) => -lat))];
  engine.fit({ west, south, east, north });
}

/** Of thousands: `Math.min(...values)` would not bear so many. */
const least = (values: readonly number[]): number =>
  values.reduce((found, value) => Math.min(found, value), Infinity);
