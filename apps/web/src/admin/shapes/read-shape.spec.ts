import { readShape } from './read-shape.js';

const RING = [
  [120.1, 30.2],
  [120.2, 30.2],
  [120.2, 30.3],
  [120.1, 30.2],
];
const polygon = { type: 'Polygon', coordinates: [RING] };
const line = { type: 'LineString', coordinates: RING.slice(0, 2) };
const features = (...all: readonly [geometry: unknown, properties?: unknown][]) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: all.map(([geometry, properties = null]) => ({
      type: 'Feature',
      geometry,
      properties,
    })),
  });

describe('a zone in a file', () => {
  it('is the areas together, without the roads that are lines', () => {
    const read = readShape(
      features(
        [polygon],
        [{ type: 'MultiPolygon', coordinates: [[RING], [RING]] }],
        [line, { name: '石祥路', halfWidthM: 25 }],
        [line, { name: '留祥路' }],
      ),
    );

    expect(read).toMatchObject({
      ok: true,
      shape: {
        area: { type: 'MultiPolygon', coordinates: [[RING], [RING], [RING]] },
        exemptRoads: [
          { name: '石祥路', halfWidthM: 25 },
          { name: '留祥路', halfWidthM: 20 },
        ],
      },
    });
  });

  it('may be a single area', () => {
    expect(readShape(JSON.stringify(polygon))).toMatchObject({ ok: true });
  });

  it.each([
    { why: 'no JSON', text: 'POLYGON ((120 30))', fault: 'not_json' },
    { why: 'no GeoJSON', text: '{"name":"主城区"}', fault: 'not_json' },
    {
      why: 'points alone',
      text: features([{ type: 'Point', coordinates: [120, 30] }]),
      fault: 'no_area',
    },
    {
      why: 'an area of two corners',
      text: features([{ type: 'Polygon', coordinates: [RING.slice(0, 2)] }]),
      fault: 'bad_area',
    },
    { why: 'a road without a name', text: features([polygon], [line]), fault: 'bad_road' },
  ])('is refused as $fault: $why', ({ text, fault }) => {
    expect(readShape(text)).toEqual({ ok: false, fault });
  });
});
