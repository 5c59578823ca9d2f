import {
  createOrderRequest,
  createVehicleRequest,
  instantIn,
  issuePassRequest,
  plateNo,
  positionIn,
  roadsideQuery,
  setPlantRangeRequest,
} from './index.js';

describe('a plate', () => {
  it.each([
    { plate: '浙A12345', is: true, why: 'a yellow plate' },
    { plate: '浙A12345D', is: true, why: 'a large new-energy vehicle' },
    { plate: ' 浙a1b2c3 ', is: true, why: 'typed with spaces and small letters' },
    { plate: '浙A1234O', is: false, why: 'the letter O is not used' },
    { plate: '浙I12345', is: false, why: 'the letter I is not used' },
    { plate: 'ZA12345', is: false, why: 'no province' },
    { plate: '浙A1234', is: false, why: 'too short' },
    { plate: '浙A123456D', is: false, why: 'too long' },
  ])('"$plate" is taken: $is ($why)', ({ plate, is }) => {
    expect(plateNo.safeParse(plate).success).toBe(is);
  });
});

describe('a position that enters', () => {
  it.each([
    { position: { lng: 120.15, lat: 30.27, crs: 'wgs84' }, is: true, why: 'complete' },
    { position: { lng: 120.15, lat: 30.27 }, is: false, why: 'of an unstated system' },
    { position: { lng: 30.27, lat: 120.15, crs: 'wgs84' }, is: false, why: 'swapped' },
    { position: { lng: 120.15, lat: Number.NaN, crs: 'wgs84' }, is: false, why: 'not a number' },
    { position: { lng: 180.01, lat: 0, crs: 'bd09' }, is: false, why: 'out of range' },
  ])('is taken: $is when $why', ({ position, is }) => {
    expect(positionIn.safeParse(position).success).toBe(is);
  });
});

describe('an instant that enters', () => {
  it.each([
    { text: '2026-11-23T10:00:00+08:00', is: true, why: 'with an offset' },
    { text: '2026-11-23T10:00:00', is: false, why: 'of no zone' },
    { text: '1999-12-31T23:59:59Z', is: false, why: 'before the product’s time' },
    { text: '2026-02-30T10:00:00Z', is: false, why: 'on a day that does not exist' },
  ])('is taken: $is when $why', ({ text, is }) => {
    expect(instantIn.safeParse(text).success).toBe(is);
  });
});

describe('requests whose parts must agree', () => {
  const order = {
    siteId: '01936b2e-7f3a-7c11-8d2e-0a1b2c3d4e5f',
    plantId: '01936b2e-7f3a-7c11-8d2e-0a1b2c3d4e60',
    grade: 'C30',
    slumpMm: 180,
    placingMethod: 'pump',
    pourLocation: '3# 楼 12 层顶板',
    plannedM3: 96,
    rateM3PerHour: 30,
    firstOnSiteAt: '2026-11-23T10:00:00+08:00',
    isPumpNeeded: true,
  };

  it.each([
    { grade: 'C30', is: true },
    { grade: 'C80', is: true },
    { grade: 'C35 P6', is: true },
    { grade: 'C32', is: false },
    { grade: 'C85', is: false },
    { grade: 'M10', is: true },
    { grade: 'M7.5 抹灰', is: true },
    { grade: 'M12', is: false },
  ])('grade $grade is taken: $is', ({ grade, is }) => {
    expect(createOrderRequest.safeParse({ ...order, grade }).success).toBe(is);
  });

  const taken = (change: object) => createOrderRequest.safeParse({ ...order, ...change }).success;

  it('knows of no cold joint and no retarder in wet mortar', () => {
    expect(taken({ gapMaxMin: 90, retarderMin: 120 })).toBe(true);
    expect(taken({ grade: 'M10', gapMaxMin: 90 })).toBe(false);
    expect(taken({ grade: 'M10', retarderMin: 120 })).toBe(false);
  });

  it('refuses a pumped pour without a pump', () => {
    expect(createOrderRequest.safeParse({ ...order, isPumpNeeded: false }).success).toBe(false);
  });

  it('wants a plate of a mixer and an equipment number of a trailer pump', () => {
    const mixer = { kind: 'mixer', plateNo: '浙A12345', plateColor: 'yellow', drumCapacityM3: 12 };

    expect(createVehicleRequest.safeParse(mixer).success).toBe(true);
    expect(createVehicleRequest.safeParse({ ...mixer, plateColor: null }).success).toBe(false);
    expect(createVehicleRequest.safeParse({ ...mixer, drumCapacityM3: null }).success).toBe(false);
    expect(createVehicleRequest.safeParse({ kind: 'trailer_pump' }).success).toBe(false);
  });

  it('wants a radius or an area, not both and not neither', () => {
    const range = { effectiveFrom: '2026-11-23T00:00:00+08:00', reason: '年度核定' };

    expect(setPlantRangeRequest.safeParse({ ...range, radiusM: 30_000 }).success).toBe(true);
    expect(setPlantRangeRequest.safeParse(range).success).toBe(false);
  });

  it('refuses a pass that ends before it begins', () => {
    const pass = {
      vehicleId: order.siteId,
      zoneIds: [order.plantId],
      validFrom: '2026-12-01T00:00:00+08:00',
      validTo: '2026-11-01T00:00:00+08:00',
      reason: '换证',
    };

    expect(issuePassRequest.safeParse(pass).success).toBe(false);
  });

  it('takes a place at the roadside only as lng, lat and crs together', () => {
    expect(roadsideQuery.safeParse({ lng: '120.1', lat: '30.2', crs: 'wgs84' }).success).toBe(true);
    expect(roadsideQuery.safeParse({ lng: '120.1', lat: '30.2' }).success).toBe(false);
    expect(roadsideQuery.safeParse({ lng: '120.1', crs: 'wgs84' }).success).toBe(false);
    expect(roadsideQuery.safeParse({ lng: '', lat: '', crs: 'wgs84' }).success).toBe(false);
    expect(roadsideQuery.safeParse({}).success).toBe(true);
  });
});
