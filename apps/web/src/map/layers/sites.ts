import type { SiteView } from '@tongyun/contracts';
import type { MapEngine } from '../engine.js';
import { MACHINE_FONTS } from '../machine-fonts.js';
import { collection, feature, NOTHING, pointAt } from './features.js';
import { geodesicRing } from './geodesic-ring.js';
import { SITE_ICON } from './place-icons.js';

const POINTS = 'sites';
const FENCES = 'site-fences';
export const SITE_LAYER = 'sites';

export function addSiteLayers(engine: MapEngine): void {
  engine.setSource(FENCES, NOTHING);
  engine.setSource(POINTS, NOTHING);
  engine.setLayer({
    id: 'site-fences',
    type: 'fill',
    source: FENCES,
    minzoom: 11.5,
    paint: { 'fill-color': '#faad14', 'fill-opacity': 0.18, 'fill-outline-color': '#8a5a00' },
  });
  engine.setLayer({
    id: SITE_LAYER,
    type: 'symbol',
    source: POINTS,
    layout: {
      'icon-image': SITE_ICON,
      'icon-anchor': 'bottom',
      'icon-size': ['interpolate', ['linear'], ['zoom'], 9, 0.75, 13, 1],
      'icon-allow-overlap': true,
      'text-field': ['step', ['zoom'], '', 10.3, ['get', 'name']],
      'text-font': [...MACHINE_FONTS],
      'text-size': 11,
      'text-anchor': 'top',
      'text-offset': [0, 0.2],
      'text-optional': true,
    },
    paint: { 'text-color': '#613f00', 'text-halo-color': '#ffffff', 'text-halo-width': 1.5 },
  });
}

/** Sites with the fence inside which a truck counts as there. */
export function showSites(engine: MapEngine, sites: readonly SiteView[]): void {
  engine.setSource(
    POINTS,
    collection(sites.map(({ id, name, position }) => pointAt(position, { siteId: id, name }))),
  );
  engine.setSource(
    FENCES,
    collection(
      sites.map(({ position, fenceRadiusM }) =>
        feature({ type: 'Polygon', coordinates: [geodesicRing(position, fenceRadiusM)] }),
      ),
    ),
  );
}
