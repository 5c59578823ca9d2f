import { packPositions, unpackPositions } from './packed-positions.js';

const moving = {
  vehicleId: '01936b2e-7f3a-7c11-8d2e-0a1b2c3d4e5f',
  lng: 120.155_123_4,
  lat: 30.274_987_6,
  fixAt: new Date('2026-11-23T02:00:01.250Z'),
  speedKph: 47.3,
  headingDeg: 271,
};

describe('packPositions', () => {
  it('gives back what it was given', () => {
    const standing = { ...moving, speedKph: 0, headingDeg: null };

    expect(unpackPositions(packPositions([moving, standing]))).toEqual([moving, standing]);
  });

  it('keeps a tenth of a kilometre an hour and tells unknown from zero', () => {
    const [first, second] = unpackPositions(
      packPositions([
        { ...moving, speedKph: 47.34 },
        { ...moving, speedKph: null },
      ]),
    );

    expect(first?.speedKph).toBe(47.3);
    expect(second?.speedKph).toBeNull();
  });

  it('takes 44 bytes a vehicle', () => {
    expect(packPositions([moving, moving, moving]).byteLength).toBe(132);
  });

  it('refuses a buffer that is not made of whole records', () => {
    expect(() => unpackPositions(new ArrayBuffer(45))).toThrow(RangeError);
  });
});
