import type { MultiPolygonShape, ZoneKind } from '@tongyun/contracts';
import type { MapEngine, MapExpression } from '../engine.js';
import { MACHINE_FONTS } from '../machine-fonts.js';
import { collection, feature, NOTHING } from './features.js';

const SOURCE = 'zones';
export const ZONE_LAYERS = ['zone-fill', 'zone-line', 'zone-names'] as const;

/** Red is for violations: zones are told apart by other colours and by their names. */
export const ZONE_COLORS: Readonly<Record<ZoneKind, string>> = {
  built_up: '#9254de',
  industrial_park: '#08979c',
  central_town: '#d48806',
  restricted_zone: '#c41d7f',
  eco_sensitive: '#389e0d',
};

const colorByKind: MapExpression = [
  'match',
  ['get', 'kind'],
  'built_up',
  ZONE_COLORS.built_up,
  'industrial_park',
  ZONE_COLORS.industrial_park,
  'central_town',
  ZONE_COLORS.central_town,
  'restricted_zone',
  ZONE_COLORS.restricted_zone,
  'eco_sensitive',
  ZONE_COLORS.eco_sensitive,
  '#8c8c8c',
];

export function addZoneLayers(engine: MapEngine): void {
  engine.setSource(SOURCE, NOTHING);
  engine.setLayer({
    id: 'zone-fill',
    type: 'fill',
    source: SOURCE,
    paint: { 'fill-color': colorByKind, 'fill-opacity': 0.08 },
  });
  engine.setLayer({
    id: 'zone-line',
    type: 'line',
    source: SOURCE,
    paint: { 'line-color': colorByKind, 'line-width': 1.8, 'line-opacity': 0.8 },
  });
  engine.setLayer({
    id: 'zone-names',
    type: 'symbol',
    source: SOURCE,
    minzoom: 10,
    layout: {
      'text-field': ['get', 'name'],
      'text-font': [...MACHINE_FONTS],
      'text-size': 11,
      'symbol-placement': 'line',
      'symbol-spacing': 500,
      'text-offset': [0, 0.9],
    },
    paint: { 'text-color': colorByKind, 'text-halo-color': '#ffffff', 'text-halo-width': 1.4 },
  });
}

/** An area with a name; one of no zone's kind is drawn in grey. */
export interface DrawnZone {
  readonly zoneId: string;
  readonly kind: ZoneKind | 'district';
  readonly name: string;
  readonly area: MultiPolygonShape;
}

export const showZones = (engine: MapEngine, zones: readonly DrawnZone[]): void =>
  engine.setSource(
    SOURCE,
    collection(zones.map(({ area, zoneId, kind, name }) => feature(area, { zoneId, kind, name }))),
  );
