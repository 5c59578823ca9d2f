import {
  countsForTrip,
  findMismatches,
  findOpenMismatches,
  type SettledRecord,
} from './batch-mismatches.js';

const trip = {
  vehicleId: 'a',
  plateNo: '浙A10001',
  grade: 'C30',
  plannedM3: 10,
  drumCapacityM3: 12,
  isSiteReady: true,
  pumpState: null,
};
const batch = { vehicleId: 'a', plateNo: '浙A10001', grade: 'C30', totalM3: 10 };
const limits = { toleranceM3: 0.5, holdsForSite: true, holdsForPump: true };

describe('findMismatches', () => {
  it('finds nothing in what was asked for', () => {
    expect(findMismatches(trip, batch, limits)).toEqual([]);
  });

  it.each([
    {
      change: { vehicleId: 'b', plateNo: '浙A20002' },
      code: 'another_truck',
      expected: '浙A10001',
      found: '浙A20002',
    },
    { change: { grade: 'C35' }, code: 'another_grade', expected: 'C30', found: 'C35' },
    { change: { totalM3: 9.49 }, code: 'far_from_planned', expected: '10.00', found: '9.49' },
    { change: { totalM3: 10.51 }, code: 'far_from_planned', expected: '10.00', found: '10.51' },
  ])('marks $code', ({ change, ...mismatch }) => {
    expect(findMismatches(trip, { ...batch, ...change }, limits)).toEqual([mismatch]);
  });

  it('takes the tolerance itself as near enough', () => {
    expect(findMismatches(trip, { ...batch, totalM3: 10.5 }, limits)).toEqual([]);
    expect(findMismatches(trip, { ...batch, totalM3: 9.5 }, limits)).toEqual([]);
  });

  it('marks more than the drum holds, even where it was planned so', () => {
    const full = findMismatches({ ...trip, plannedM3: 12.4 }, { ...batch, totalM3: 12.4 }, limits);

    expect(full).toEqual([{ code: 'above_drum', expected: '12.00', found: '12.40' }]);
  });

  it.each([
    { holdsForSite: true, count: 1, why: 'the plant holds loads for their site' },
    { holdsForSite: false, count: 0, why: 'the plant does not' },
  ])('counts $count for a site that is not ready: $why', ({ holdsForSite, count }) => {
    const away = { ...trip, isSiteReady: false };

    expect(findMismatches(away, batch, { ...limits, holdsForSite })).toHaveLength(count);
  });

  it.each([
    { pumpState: 'travelling', holdsForPump: true, found: ['pump_not_there'] },
    { pumpState: 'setting_up', holdsForPump: true, found: [] },
    { pumpState: 'washing', holdsForPump: true, found: ['pump_not_there'] },
    { pumpState: 'planned', holdsForPump: false, found: [] },
  ] as const)(
    'finds $found for a pump that is $pumpState',
    ({ pumpState, holdsForPump, found }) => {
      const pumped = { ...trip, pumpState };

      expect(
        findMismatches(pumped, batch, { ...limits, holdsForPump }).map(({ code }) => code),
      ).toEqual(found);
    },
  );
});

const record = (id: string, change: Partial<SettledRecord>): SettledRecord => ({
  id,
  batchedM3: 10,
  mismatches: [],
  decision: null,
  ...change,
});

describe('findOpenMismatches', () => {
  const far = { code: 'far_from_planned', expected: '10.00', found: '6.00' } as const;
  const elsewhere = { code: 'another_truck', expected: 'a', found: 'b' } as const;
  it('lets a second batch mend the volume of the first', () => {
    const first = record('1', { batchedM3: 6, mismatches: [far] });

    expect(findOpenMismatches([first], trip, 0.5)).toEqual([{ ...far, batchRecordId: '1' }]);
    expect(findOpenMismatches([first, record('2', { batchedM3: 4 })], trip, 0.5)).toEqual([]);
  });

  it('keeps another truck’s concrete open until somebody has settled it', () => {
    const wrong = record('1', { mismatches: [elsewhere] });

    expect(findOpenMismatches([wrong, record('2', {})], trip, 0.5)).toHaveLength(1);
    expect(findOpenMismatches([{ ...wrong, decision: 'void' }], trip, 0.5)).toEqual([]);
  });

  it('counts neither void concrete nor another truck’s', () => {
    expect(countsForTrip(record('1', { decision: 'void' }))).toBe(false);
    expect(countsForTrip(record('1', { mismatches: [elsewhere] }))).toBe(false);
    expect(countsForTrip(record('1', { mismatches: [far], decision: 'stands' }))).toBe(true);
  });
});
