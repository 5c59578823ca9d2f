import type { MapEngine, Place } from '../engine.js';
import { MACHINE_FONTS } from '../machine-fonts.js';
import { collection, feature, NOTHING, pointAt } from './features.js';
import { geodesicRing } from './geodesic-ring.js';
import { addPlaceIcons, PLANT_ICON } from './place-icons.js';
import type { PreviewPlace } from './preview.js';

const CIRCLE = 'emergency-circle';
const PLACE = 'emergency-place';
const PLANTS = 'emergency-plants';
const VEHICLES = 'emergency-vehicles';

export interface EmergencyPicture {
  readonly at: Place | null;
  readonly radiusM: number;
  readonly vehicles: readonly PreviewPlace[];
  readonly plants: readonly PreviewPlace[];
}

/** A place where help is needed, and who could give it. */
export function addEmergencyLayers(engine: MapEngine): void {
  addPlaceIcons(engine);
  for (const id of [CIRCLE, PLACE, PLANTS, VEHICLES]) engine.setSource(id, NOTHING);
  engine.setLayer({
    id: 'emergency-circle',
    type: 'line',
    source: CIRCLE,
    paint: { 'line-color': '#a8071a', 'line-width': 1.5, 'line-dasharray': [4, 3] },
  });
  engine.setLayer({
    id: 'emergency-plants',
    type: 'symbol',
    source: PLANTS,
    layout: {
      'icon-image': PLANT_ICON,
      'icon-allow-overlap': true,
      'text-field': ['get', 'name'],
      'text-font': [...MACHINE_FONTS],
      'text-size': 12,
      'text-offset': [0, 1.2],
      'text-anchor': 'top',
      'text-optional': true,
    },
    paint: { 'text-color': '#0b3d70', 'text-halo-color': '#ffffff', 'text-halo-width': 1.6 },
  });
  engine.setLayer({
    id: 'emergency-vehicles',
    type: 'circle',
    source: VEHICLES,
    paint: {
      'circle-radius': 6,
      'circle-color': '#237804',
      'circle-stroke-color': '#ffffff',
      'circle-stroke-width': 2,
    },
  });
  engine.setLayer({
    id: 'emergency-place',
    type: 'circle',
    source: PLACE,
    paint: {
      'circle-radius': 9,
      'circle-color': '#a8071a',
      'circle-stroke-color': '#ffffff',
      'circle-stroke-width': 3,
    },
  });
}

export function showEmergency(
  engine: MapEngine,
  { at, radiusM, vehicles, plants }: EmergencyPicture,
): void {
  engine.setSource(VEHICLES, points(vehicles));
  engine.setSource(PLANTS, points(plants));
  engine.setSource(PLACE, at ? collection([pointAt(at)]) : NOTHING);
  engine.setSource(
    CIRCLE,
    at
      ? collection([feature({ type: 'Polygon', coordinates: [geodesicRing(at, radiusM)] })])
      : NOTHING,
  );
}

const points = (places: readonly PreviewPlace[]) =>
  collection(places.map(({ name, position }) => pointAt(position, { name })));
