import { readRoutes } from './read-routes.js';

const line = (properties: object | null) => ({
  type: 'Feature',
  properties,
  geometry: {
    type: 'LineString',
    coordinates: [
      [120.1, 30.2],
      [120.2, 30.2],
    ],
  },
});
const path = line(null).geometry.coordinates;
const read = (json: unknown) => readRoutes(JSON.stringify(json));

describe('readRoutes', () => {
  it('takes every line as a road, with the width that it states or none', () => {
    const features = [line({ name: '文一西路' }), line({ name: '绕城', halfWidthM: 80 })];

    expect(read({ type: 'FeatureCollection', features })).toEqual({
      ok: true,
      roads: [
        { name: '文一西路', path },
        { name: '绕城', path, halfWidthM: 80 },
      ],
    });
  });

  it.each([
    { why: 'a point', json: { type: 'Point', coordinates: [120, 30] }, fault: 'no_line' },
    { why: 'a line without a name', json: line(null), fault: 'bad_road' },
    { why: 'a road too wide', json: line({ name: '绕城', halfWidthM: 900 }), fault: 'bad_road' },
  ])('tells of $why', ({ json, fault }) => {
    expect(read(json)).toEqual({ ok: false, fault });
  });

  it('tells of a file that is no JSON', () => {
    expect(readRoutes('<kml/>')).toEqual({ ok: false, fault: 'not_json' });
  });
});
