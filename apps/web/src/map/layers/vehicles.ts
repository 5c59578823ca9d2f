import type { LiveVehicleView } from '@tongyun/contracts';
import type { FeatureCollection } from 'geojson';
import type { MapEngine, MapExpression } from '../engine.js';
import { MACHINE_FONTS } from '../machine-fonts.js';
import { collection, NOTHING, pointAt } from './features.js';
import { addVehicleIcons, HEADING_ICON, vehicleIconId } from './vehicle-icons.js';
import { vehicleStateOf } from './vehicle-state.js';

const SOURCE = 'vehicles';
/** Violations lie in a layer of their own: no other truck may cover one. */
export const VEHICLE_LAYERS = ['vehicles', 'vehicles-violating'] as const;
/** Slower than this a heading is noise. */
const MOVING_KPH = 3;

/** Every vehicle that has a position. */
export function vehicleFeatures(vehicles: Iterable<LiveVehicleView>): FeatureCollection {
  const features = [];
  for (const vehicle of vehicles) {
    if (vehicle.position === null) continue;
    const state = vehicleStateOf(vehicle);
    features.push(
      pointAt(vehicle.position, {
        vehicleId: vehicle.vehicleId,
        icon: vehicleIconId(vehicle.kind, state),
        label: vehicle.plateNo ?? vehicle.fleetNo ?? '',
        headingDeg: vehicle.headingDeg ?? 0,
        isMoving: (vehicle.speedKph ?? 0) >= MOVING_KPH && vehicle.headingDeg !== null,
        isViolating: state === 'violating',
      }),
    );
  }
  return collection(features);
}

export function addVehicleLayers(engine: MapEngine): void {
  addVehicleIcons(engine);
  engine.setSource(SOURCE, NOTHING);
  const size: MapExpression = ['interpolate', ['linear'], ['zoom'], 9, 0.6, 11, 0.85, 13, 1.1];
  engine.setLayer({
    id: 'vehicle-headings',
    type: 'symbol',
    source: SOURCE,
    minzoom: 10.5,
    filter: ['get', 'isMoving'],
    layout: {
      'icon-image': HEADING_ICON,
      'icon-size': size,
      'icon-rotate': ['get', 'headingDeg'],
      'icon-rotation-alignment': 'map',
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
    },
  });
  for (const [id, isViolating] of [
    [VEHICLE_LAYERS[0], false],
    [VEHICLE_LAYERS[1], true],
  ] as const) {
    engine.setLayer({
      id,
      type: 'symbol',
      source: SOURCE,
      filter: ['==', ['get', 'isViolating'], isViolating],
      layout: {
        'icon-image': ['get', 'icon'],
        'icon-size': size,
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
    });
  }
  engine.setLayer({
    id: 'vehicle-labels',
    type: 'symbol',
    source: SOURCE,
    minzoom: 12,
    layout: {
      'text-field': ['get', 'label'],
      'text-font': [...MACHINE_FONTS],
      'text-size': 11,
      'text-offset': [0, 1.5],
      'text-anchor': 'top',
      'text-optional': true,
    },
    paint: { 'text-color': '#1f2933', 'text-halo-color': '#ffffff', 'text-halo-width': 1.5 },
  });
}

/** Hides the present while the past is played. */
export function setVehiclesVisible(engine: MapEngine, isVisible: boolean): void {
  for (const id of ['vehicle-headings', ...VEHICLE_LAYERS, 'vehicle-labels']) {
    engine.setVisible(id, isVisible);
  }
}

export const showVehicles = (engine: MapEngine, vehicles: Iterable<LiveVehicleView>): void =>
  engine.setSource(SOURCE, vehicleFeatures(vehicles));
