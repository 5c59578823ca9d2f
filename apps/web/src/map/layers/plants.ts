import type { PlantView } from '@tongyun/contracts';
import type { MapEngine } from '../engine.js';
import { MACHINE_FONTS } from '../machine-fonts.js';
import { collection, feature, NOTHING, pointAt } from './features.js';
import { geodesicRing } from './geodesic-ring.js';
import { addPlaceIcons, PLANT_ICON } from './place-icons.js';

const POINTS = 'plants';
const RANGES = 'plant-ranges';
export const PLANT_LAYER = 'plants';
export const RANGE_LAYERS = ['plant-range-line'] as const;

export function addPlantRangeLayers(engine: MapEngine): void {
  engine.setSource(RANGES, NOTHING);
  engine.setLayer({
    id: 'plant-range-line',
    type: 'line',
    source: RANGES,
    paint: {
      'line-color': '#0b5cad',
      'line-opacity': 0.65,
      'line-width': 1.4,
      'line-dasharray': [4, 3],
    },
  });
}

export function addPlantLayers(engine: MapEngine): void {
  addPlaceIcons(engine);
  engine.setSource(POINTS, NOTHING);
  engine.setLayer({
    id: PLANT_LAYER,
    type: 'symbol',
    source: POINTS,
    layout: {
      'icon-image': PLANT_ICON,
      'icon-size': ['interpolate', ['linear'], ['zoom'], 9, 0.75, 13, 1],
      'icon-allow-overlap': true,
      'text-field': ['step', ['zoom'], '', 9.8, ['get', 'name']],
      'text-font': [...MACHINE_FONTS],
      'text-size': 12,
      'text-offset': [0, 1.2],
      'text-anchor': 'top',
      'text-optional': true,
    },
    paint: { 'text-color': '#0b3d70', 'text-halo-color': '#ffffff', 'text-halo-width': 1.6 },
  });
}

/** Plants, and around each what it may supply: a ring of its radius or the area set for it. */
export function showPlants(engine: MapEngine, plants: readonly PlantView[]): void {
  engine.setSource(
    POINTS,
    collection(plants.map(({ id, name, position }) => pointAt(position, { plantId: id, name }))),
  );
  engine.setSource(RANGES, collection(plants.flatMap(rangeOf)));
}

function rangeOf({ id, position, range }: PlantView) {
  if (range?.area) return [feature(range.area, { plantId: id })];
  if (!range?.radiusM) return [];
  const coordinates = [geodesicRing(position, range.radiusM)];
  return [feature({ type: 'Polygon', coordinates }, { plantId: id })];
}
