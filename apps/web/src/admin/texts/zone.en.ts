import type { SameKeys } from '../../i18n/same-keys.js';
import type { zoneZhCN } from './zone.zh-CN.js';

export const zoneEn: SameKeys<typeof zoneZhCN> = {
  name: 'Name',
  kind: 'Kind',
  version: 'Version',
  hours: 'Hours',
  allDay: 'At all hours',
  binds: 'Binds',
  plateColors: 'Plate colours',
  everyColor: 'None chosen: every colour',
  every: 'All',
  barredEmissionClasses: 'Barred emission classes',
  exemptRoads: 'Roads left out',
  speedLimitKph: 'Speed limit (km/h)',
  since: 'In force since',
  map: 'Where the zones are',
  draw: 'Draw a zone',
  redraw: 'Change the zone {{name}}',
  change: 'Change',
  decide: 'Decide',
  drawn: '“{{name}}” is decided',
  shape: 'Shape',
  shapeHint:
    'A GeoJSON file: areas are the zone; lines are roads at its border left out, with name and halfWidthM (metres, 20 unless stated) among their properties',
  chooseFile: 'Choose a file',
  crs: 'Coordinate system',
  crsNeeded: 'Say which coordinate system the file is in',
  retire: 'Retire the zone: it binds nobody from then on',
  read: '{{corners}} corners, {{roads}} roads left out',
  fault: {
    not_json: 'This is no GeoJSON file',
    no_area: 'There is no area in the file',
    bad_area: 'The corners of an area are incomplete',
    bad_road: 'A line has no name, or a half width outside 3–100 metres',
  },
};
