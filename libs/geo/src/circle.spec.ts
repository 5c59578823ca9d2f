import { sideOfCircle } from './circle.js';
import { destination } from './great-circle.js';
import { wgs84 } from './position.js';

const YARD = { lng: 120.16, lat: 30.25, radiusM: 200 };

describe('the side of a circle', () => {
  it.each([
    { awayM: 0, side: 'inside' },
    { awayM: 199.9, side: 'inside' },
    { awayM: 200.1, side: 'band' },
    { awayM: 249.9, side: 'band' },
    { awayM: 250.1, side: 'outside' },
  ])('$awayM m from its middle is $side', ({ awayM, side }) => {
    for (const towardsDeg of [0, 90, 225]) {
      const point = destination(wgs84(YARD.lng, YARD.lat), towardsDeg, awayM);
      expect(sideOfCircle(point, YARD, 50)).toBe(side);
    }
  });
});
