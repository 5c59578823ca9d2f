import { COUNTIES_VIEW, FIRST_VIEW } from './first-view.js';

/** A map library's world is 512 px wide at zoom 0, and its latitudes are Mercator's. */
const WORLD_PX = 512;
const mercator = (lat: number): number =>
  Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI);

/** Pixels from the middle of the first view to a place, to the right and down. */
function pixelsTo(lng: number, lat: number) {
  const worldPx = WORLD_PX * 2 ** FIRST_VIEW.zoom;
  const [middleLng, middleLat] = FIRST_VIEW.center;
  return {
    right: ((lng - middleLng) / 360) * worldPx,
    down: (mercator(middleLat) - mercator(lat)) * worldPx,
  };
}

/** What a desktop of 1440 by 900 leaves to the map beside its bars and lists. */
const MAP = { width: 800, height: 780 };

describe('the first view', () => {
  it.each([
    { place: '滨江, south of the river', lng: 120.21, lat: 30.2 },
    { place: '下沙, down the river', lng: 120.34, lat: 30.3 },
    { place: '之江, up the river', lng: 120.07, lat: 30.14 },
    { place: '拱墅, on the canal', lng: 120.14, lat: 30.33 },
    { place: '良渚, north', lng: 120.04, lat: 30.38 },
    { place: '临平, where the canal leaves', lng: 120.3, lat: 30.42 },
    { place: '萧山, east of the river', lng: 120.27, lat: 30.17 },
  ])('shows $place', ({ lng, lat }) => {
    const { right, down } = pixelsTo(lng, lat);

    expect(Math.abs(right)).toBeLessThan(MAP.width / 2);
    expect(Math.abs(down)).toBeLessThan(MAP.height / 2);
  });

  it('is of the city, not of the province', () => {
    expect(Math.abs(pixelsTo(121.55, 29.87).right)).toBeGreaterThan(1_920 / 2); // Ningbo
  });
});

describe('the view of the five counties', () => {
  it.each([
    { seat: '富阳', lng: 119.958, lat: 30.066 },
    { seat: '桐庐', lng: 119.68, lat: 29.812 },
    { seat: '临安', lng: 119.722, lat: 30.233 },
    { seat: '建德', lng: 119.281, lat: 29.475 },
    { seat: '淳安', lng: 119.042, lat: 29.609 },
  ])('shows $seat', ({ lng, lat }) => {
    const { west, south, east, north } = COUNTIES_VIEW;

    expect(west < lng && lng < east && south < lat && lat < north).toBe(true);
  });

  it('is not the first: the counties lie beyond the city’s', () => {
    expect(Math.abs(pixelsTo(119.042, 29.609).right)).toBeGreaterThan(MAP.width / 2);
  });
});
