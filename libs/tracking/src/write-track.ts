import type { TrackPointRow } from './data/track-points.repository.js';

type Pages = AsyncIterable<readonly TrackPointRow[]>;

/** Header and value of each column. Nothing in it was typed by anybody, so nothing needs quotes. */
const COLUMNS: readonly (readonly [string, (point: TrackPointRow) => string | number | null])[] = [
  ['at', ({ at }) => at.toISOString()],
  ['lng', ({ lng }) => lng],
  ['lat', ({ lat }) => lat],
  ['speedKph', (point) => point.speed_kph],
  ['headingDeg', (point) => point.heading_deg],
  ['altitudeM', (point) => point.altitude_m],
  ['accuracyM', (point) => point.accuracy_m],
  ['mileageKm', (point) => point.mileage_km],
  ['source', ({ source }) => source],
];

/** RFC 4180, times in UTC and positions in WGS-84. */
export async function* writeCsv(pages: Pages): AsyncGenerator<string> {
  yield `${COLUMNS.map(([name]) => name).join(',')}\r\n`;
  for await (const page of pages) {
    yield page
      .map((point) => `${COLUMNS.map(([, valueOf]) => valueOf(point) ?? '').join(',')}\r\n`)
      .join('');
  }
}

/** RFC 7946: a point feature for every fix, then the line through them where there is one. */
export async function* writeGeoJson(pages: Pages): AsyncGenerator<string> {
  const line: [number, number][] = [];
  yield '{"type":"FeatureCollection","features":[';
  for await (const page of pages) {
    const features = page.map((point) => JSON.stringify(featureOf(point))).join(',\n');
    yield line.length > 0 ? `,\n${features}` : features;
    for (const { lng, lat } of page) line.push([lng, lat]);
  }
  if (line.length > 1) {
    const geometry = { type: 'LineString', coordinates: line };
    yield `,\n${JSON.stringify({ type: 'Feature', properties: {}, geometry })}`;
  }
  yield ']}\n';
}

const featureOf = (point: TrackPointRow) => ({
  type: 'Feature',
  properties: Object.fromEntries(
    COLUMNS.filter(([name]) => name !== 'lng' && name !== 'lat').map(([name, valueOf]) => [
      name,
      valueOf(point),
    ]),
  ),
  geometry: { type: 'Point', coordinates: [point.lng, point.lat] },
});
