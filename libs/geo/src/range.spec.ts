import { lngLatInRange } from './range.js';

describe('lngLatInRange', () => {
  it.each([
    { lng: 120.2, lat: 30.3, isPlace: true, why: 'Hangzhou' },
    { lng: 30.3, lat: 120.2, isPlace: false, why: 'Hangzhou the wrong way round' },
    { lng: -180, lat: -90, isPlace: true, why: 'the lowest of both' },
    { lng: 180, lat: 90, isPlace: true, why: 'the highest of both' },
    { lng: 180.000_001, lat: 0, isPlace: false, why: 'beyond the date line' },
    { lng: Number.NaN, lat: 0, isPlace: false, why: 'no number' },
    { lng: 0, lat: Number.POSITIVE_INFINITY, isPlace: false, why: 'no end' },
  ])('is $isPlace for $why', ({ lng, lat, isPlace }) => {
    expect(lngLatInRange(lng, lat)).toBe(isPlace);
  });
});
