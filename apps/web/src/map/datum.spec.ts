import { distanceM, wgs84 } from '@tongyun/geo';
import type { FeatureCollection } from 'geojson';
import { datumOfStyle, featuresToBase, fromBase, toBase } from './datum.js';

const WUSHAN_SQUARE = { lng: 120.1639, lat: 30.2425 };
const features: FeatureCollection = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { name: 'zone' },
      geometry: {
        type: 'MultiPolygon',
        coordinates: [
          [
            [
              [120.1, 30.2],
              [120.2, 30.2],
              [120.2, 30.3],
              [120.1, 30.2],
            ],
          ],
        ],
      },
    },
  ],
};

describe('the datum of the base map', () => {
  it.each([
    { metadata: undefined, datum: 'wgs84', why: 'a style that says nothing' },
    {
      metadata: { 'tongyun:crs': 'gcj02' },
      datum: 'gcj02',
      why: 'a style that says it is shifted',
    },
    { metadata: { 'tongyun:crs': 'bd09' }, datum: 'wgs84', why: 'a datum no engine can draw' },
    { metadata: 'gcj02', datum: 'wgs84', why: 'metadata that is not an object' },
  ])('is $datum for $why', ({ metadata, datum }) => {
    expect(datumOfStyle(metadata)).toBe(datum);
  });

  it('leaves positions alone on a true base map', () => {
    expect(toBase(WUSHAN_SQUARE, 'wgs84')).toEqual([120.1639, 30.2425]);
    expect(featuresToBase(features, 'wgs84')).toBe(features);
  });

  it('moves positions by some hundred metres on a shifted one, in Hangzhou to the south-east', () => {
    const [lng, lat] = toBase(WUSHAN_SQUARE, 'gcj02');
    const movedM = distanceM(wgs84(WUSHAN_SQUARE.lng, WUSHAN_SQUARE.lat), wgs84(lng, lat));

    expect(movedM).toBeGreaterThan(300);
    expect(movedM).toBeLessThan(700);
    expect(lng).toBeGreaterThan(WUSHAN_SQUARE.lng);
    expect(lat).toBeLessThan(WUSHAN_SQUARE.lat);
  });

  it('takes a click back to where it was meant, within a metre', () => {
    const [lng, lat] = toBase(WUSHAN_SQUARE, 'gcj02');
    const clicked = fromBase({ lng, lat }, 'gcj02');

    expect(distanceM(clicked, wgs84(WUSHAN_SQUARE.lng, WUSHAN_SQUARE.lat))).toBeLessThan(1);
  });

  it('shifts every corner of an area and keeps its properties', () => {
    const [shifted] = featuresToBase(features, 'gcj02').features;

    expect(shifted?.properties).toEqual({ name: 'zone' });
    expect(shifted?.geometry).toMatchObject({ type: 'MultiPolygon' });
    expect(JSON.stringify(shifted?.geometry)).not.toContain('[120.1,30.2]');
  });
});
