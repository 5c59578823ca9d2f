import type { FeatureCollection } from 'geojson';
import type { MapExpression, MapLayer, MapStyle } from '../engine.js';
import { LAND } from './land.js';
import { PLACES } from './places.js';
import { BRIDGE_LINES, ROAD_LINES } from './roads.js';
import { CANALS, LAKE_LAND, WATER } from './water.js';

const COLOR = {
  land: '#f5f3ec',
  urban: '#ebe7dc',
  hills: '#dcead0',
  wetland: '#cfe6cb',
  water: '#aed3ea',
  waterEdge: '#8fbfdd',
  waterText: '#2f6f9f',
  hillText: '#4d7a45',
  text: '#33404d',
  softText: '#66727f',
  halo: '#fbfaf6',
} as const;

const source = (data: FeatureCollection) => ({ type: 'geojson' as const, data });

/** Widths in pixels at zoom 9, 12 and 15. */
const width = (at9: number, at12: number, at15: number): MapExpression => [
  'interpolate',
  ['exponential', 1.5],
  ['zoom'],
  9,
  at9,
  12,
  at12,
  15,
  at15,
];

const kindIs = (...kinds: string[]): MapExpression => ['in', ['get', 'kind'], ['literal', kinds]];
const rankIs = (rank: string): MapExpression => ['==', ['get', 'rank'], rank];

const ROUND = { 'line-cap': 'round', 'line-join': 'round' } as const;

const LAND_LAYERS: MapLayer[] = [
  { id: 'sketch-land', type: 'background', paint: { 'background-color': COLOR.land } },
  {
    id: 'sketch-urban',
    type: 'fill',
    source: 'sketch-land',
    filter: kindIs('urban'),
    paint: { 'fill-color': COLOR.urban },
  },
  {
    id: 'sketch-hills',
    type: 'fill',
    source: 'sketch-land',
    filter: kindIs('hills'),
    paint: { 'fill-color': COLOR.hills },
  },
  {
    id: 'sketch-wetland',
    type: 'fill',
    source: 'sketch-land',
    filter: kindIs('wetland'),
    paint: { 'fill-color': COLOR.wetland },
  },
];

const WATER_LAYERS: MapLayer[] = [
  {
    id: 'sketch-canal',
    type: 'line',
    source: 'sketch-canal',
    layout: ROUND,
    paint: {
      'line-color': COLOR.water,
      'line-width': [
        'interpolate',
        ['exponential', 1.5],
        ['zoom'],
        9,
        ['case', ['==', ['get', 'rank'], 1], 1.6, 0.8],
        15,
        ['case', ['==', ['get', 'rank'], 1], 11, 5],
      ],
    },
  },
  {
    id: 'sketch-water',
    type: 'fill',
    source: 'sketch-water',
    paint: { 'fill-color': COLOR.water },
  },
  {
    id: 'sketch-water-edge',
    type: 'line',
    source: 'sketch-water',
    paint: { 'line-color': COLOR.waterEdge, 'line-width': 0.8 },
  },
  {
    id: 'sketch-lake-isle',
    type: 'fill',
    source: 'sketch-lake-land',
    filter: ['==', ['geometry-type'], 'Polygon'],
    paint: { 'fill-color': COLOR.hills },
  },
  {
    id: 'sketch-lake-causeway',
    type: 'line',
    source: 'sketch-lake-land',
    filter: ['==', ['geometry-type'], 'LineString'],
    layout: ROUND,
    paint: { 'line-color': COLOR.hills, 'line-width': width(0.5, 1.6, 5) },
  },
];

/** A road is drawn twice: a darker casing, and the road on it. */
const road = (
  id: string,
  kinds: readonly string[],
  colors: { readonly casing: string; readonly road: string },
  widths: readonly [number, number, number],
  minzoom: number,
): MapLayer[] => [
  {
    id: `sketch-${id}-casing`,
    type: 'line',
    source: 'sketch-road',
    minzoom,
    filter: kindIs(...kinds),
    layout: ROUND,
    paint: {
      'line-color': colors.casing,
      'line-width': width(widths[0] + 0.8, widths[1] + 1.6, widths[2] + 2.4),
    },
  },
  {
    id: `sketch-${id}`,
    type: 'line',
    source: 'sketch-road',
    minzoom,
    filter: kindIs(...kinds),
    layout: ROUND,
    paint: { 'line-color': colors.road, 'line-width': width(...widths) },
  },
];

const ROAD_LAYERS: MapLayer[] = [
  {
    id: 'sketch-bridge',
    type: 'line',
    source: 'sketch-bridge',
    minzoom: 10,
    layout: { 'line-join': 'round' },
    paint: { 'line-color': '#9aa5b1', 'line-width': width(2.6, 5.6, 15) },
  },
  ...road('main', ['main'], { casing: '#d8d2c4', road: '#ffffff' }, [0.6, 2, 7], 9.5),
  ...road('elevated', ['elevated'], { casing: '#d9bd84', road: '#fbe3ae' }, [1, 2.8, 9], 8.5),
  ...road('motorway', ['motorway'], { casing: '#cf9f52', road: '#f6c477' }, [1.2, 3, 10], 0),
  ...road('ring', ['ring'], { casing: '#bf8230', road: '#f2b04f' }, [1.8, 4, 12], 0),
];

export interface SketchText {
  /** Property that holds the name in the language shown. */
  readonly name: 'name' | 'nameEn';
  readonly font: readonly string[];
}

const roadNames = ({ font }: SketchText): MapLayer => ({
  id: 'sketch-road-name',
  type: 'symbol',
  source: 'sketch-road',
  minzoom: 11,
  layout: {
    'symbol-placement': 'line',
    'symbol-spacing': 420,
    'text-field': ['get', 'name'],
    'text-font': [...font],
    'text-size': ['interpolate', ['linear'], ['zoom'], 11, 10, 15, 13],
    'text-max-angle': 35,
  },
  paint: { 'text-color': '#7a6033', 'text-halo-color': COLOR.halo, 'text-halo-width': 1.6 },
});

interface PlaceLook {
  readonly rank: string;
  readonly color: string;
  readonly halo: string;
  readonly minzoom: number;
  /** Pixels at zoom 9 and 14. */
  readonly size: readonly [number, number];
  readonly spacing: number;
}

const PLACE_LOOKS: readonly PlaceLook[] = [
  {
    rank: 'bridge',
    color: COLOR.waterText,
    halo: '#e4f1f9',
    minzoom: 11.6,
    size: [10, 12],
    spacing: 0,
  },
  {
    rank: 'sight',
    color: COLOR.softText,
    halo: COLOR.halo,
    minzoom: 11,
    size: [10, 12],
    spacing: 0,
  },
  {
    rank: 'hills',
    color: COLOR.hillText,
    halo: COLOR.hills,
    minzoom: 10,
    size: [11, 14],
    spacing: 0.1,
  },
  {
    rank: 'town',
    color: COLOR.softText,
    halo: COLOR.halo,
    minzoom: 8.5,
    size: [11, 14],
    spacing: 0,
  },
  {
    rank: 'water',
    color: COLOR.waterText,
    halo: '#d5e9f5',
    minzoom: 8.5,
    size: [11, 15],
    spacing: 0.15,
  },
  {
    rank: 'district',
    color: COLOR.text,
    halo: COLOR.halo,
    minzoom: 0,
    size: [14, 19],
    spacing: 0.2,
  },
];

const placeNames = (look: PlaceLook, { name, font }: SketchText): MapLayer => ({
  id: `sketch-${look.rank}-name`,
  type: 'symbol',
  source: 'sketch-place',
  minzoom: look.minzoom,
  filter: rankIs(look.rank),
  layout: {
    'text-field': ['get', name],
    'text-font': [...font],
    'text-size': ['interpolate', ['linear'], ['zoom'], 9, look.size[0], 14, look.size[1]],
    'text-letter-spacing': look.spacing,
    'text-padding': 4,
  },
  paint: { 'text-color': look.color, 'text-halo-color': look.halo, 'text-halo-width': 1.6 },
});

/** Hangzhou as we draw it ourselves: no tile, no glyph and no picture is fetched. */
export const sketchStyle = (text: SketchText): MapStyle => ({
  version: 8,
  name: 'Tongyun sketch of Hangzhou',
  sources: {
    'sketch-land': source(LAND),
    'sketch-water': source(WATER),
    'sketch-canal': source(CANALS),
    'sketch-lake-land': source(LAKE_LAND),
    'sketch-road': source(ROAD_LINES),
    'sketch-bridge': source(BRIDGE_LINES),
    'sketch-place': source(PLACES),
  },
  layers: [
    ...LAND_LAYERS,
    ...WATER_LAYERS,
    ...ROAD_LAYERS,
    roadNames(text),
    ...PLACE_LOOKS.map((look) => placeNames(look, text)),
  ],
});
