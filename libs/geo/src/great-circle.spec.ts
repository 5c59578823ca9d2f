import * as fc from 'fast-check';
import { destination, distanceM, EARTH_RADIUS_M, headingDeg } from './great-circle.js';
import { wgs84 } from './position.js';

const aPosition = fc
  .record({
    lng: fc.double({ min: -179, max: 179, noNaN: true }),
    lat: fc.double({ min: -80, max: 80, noNaN: true }),
  })
  .map(({ lng, lat }) => wgs84(lng, lat));

describe('distanceM', () => {
  it.each([
    { why: 'the same place', to: wgs84(120, 30), metres: 0 },
    { why: 'one degree of latitude', to: wgs84(120, 31), metres: 111_195.08 },
    { why: 'the other end of the earth', to: wgs84(-60, -30), metres: Math.PI * EARTH_RADIUS_M },
  ])('is $metres m to $why', ({ to, metres }) => {
    expect(distanceM(wgs84(120, 30), to)).toBeCloseTo(metres, 1);
  });

  it('shrinks a degree of longitude by the cosine of the latitude', () => {
    const ratio =
      distanceM(wgs84(120, 60), wgs84(120.01, 60)) / distanceM(wgs84(120, 0), wgs84(120.01, 0));

    expect(ratio).toBeCloseTo(0.5, 6);
  });
});

describe('headingDeg', () => {
  it.each([
    { to: wgs84(120, 31), heading: 0, why: 'north' },
    { to: wgs84(121, 0), heading: 90, why: 'east along the equator', from: wgs84(120, 0) },
    { to: wgs84(120, 29), heading: 180, why: 'south' },
    { to: wgs84(119, 0), heading: 270, why: 'west along the equator', from: wgs84(120, 0) },
    { to: wgs84(120, 30), heading: 0, why: 'nowhere' },
  ])('is $heading to the $why', ({ from = wgs84(120, 30), to, heading }) => {
    expect(headingDeg(from, to)).toBeCloseTo(heading, 6);
  });
});

describe('destination', () => {
  it('is as far away as asked, in the direction asked', () => {
    fc.assert(
      fc.property(
        aPosition,
        fc.integer({ min: 0, max: 359 }),
        fc.integer({ min: 1, max: 400_000 }),
        (from, heading, awayM) => {
          const to = destination(from, heading, awayM);

          expect(Math.abs(distanceM(from, to) - awayM)).toBeLessThan(0.01);
          expect(Math.cos(((headingDeg(from, to) - heading) * Math.PI) / 180)).toBeGreaterThan(
            0.999_99,
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('stays within 180 degrees when it crosses the date line', () => {
    const to = destination(wgs84(179.99, 0), 90, 10_000);

    expect(to.lng).toBeCloseTo(-179.92, 2);
  });
});
