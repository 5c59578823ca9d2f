import { computeAge, type DrumOfConcrete, judgeFit, type PlaceForConcrete } from './judge-fit.js';

const at = (clock: string) => new Date(`2026-11-23T${clock}:00Z`);
const now = at('08:40');
const drum: DrumOfConcrete = {
  grade: 'C30',
  slumpMm: 180,
  carriedM3: 8,
  batchedAt: at('08:00'),
  lifeMin: 90,
};
const place: PlaceForConcrete = {
  order: { grade: 'C30', slumpMm: 180, openM3: 20 },
  travelMin: 20,
  waitMin: 0,
  setupMin: 5,
  dischargeMinPerM3: 1.5,
};
const codes = (
  change: Partial<DrumOfConcrete>,
  order: Partial<NonNullable<PlaceForConcrete['order']>> = {},
  times: Partial<PlaceForConcrete> = {},
) => {
  const there = { ...place, ...times, order: { ...place.order!, ...order } };
  return judgeFit({ ...drum, ...change }, there, 30, now).map(({ code }) => code);
};

describe('judgeFit', () => {
  it('has nothing against the same concrete that is young enough', () => {
    expect(codes({})).toEqual([]);
  });

  it.each([
    { slumpMm: 210, is: [], why: 'the tolerance still counts' },
    { slumpMm: 211, is: ['slump_outside_tolerance'], why: 'a millimetre more' },
    { slumpMm: 149, is: ['slump_outside_tolerance'], why: 'too wet as well' },
  ])('finds $is with $slumpMm mm ordered: $why', ({ slumpMm, is }) => {
    expect(codes({}, { slumpMm })).toEqual(is);
  });

  it.each([
    { travelMin: 33, is: [], why: 'empty at the very limit' },
    { travelMin: 34, is: ['age_too_short'], why: 'a minute late' },
  ])('finds $is after $travelMin minutes of way: $why', ({ travelMin, is }) => {
    // 40 min old, 5 to set up, 12 to discharge: 33 are left for the way.
    expect(codes({}, {}, { travelMin })).toEqual(is);
  });

  it('counts the trucks that stand there', () => {
    expect(codes({}, {}, { travelMin: 20, waitMin: 14 })).toEqual(['age_too_short']);
  });

  it('does not take concrete for young of which nobody recorded the batch', () => {
    expect(codes({ batchedAt: null })).toEqual(['age_unknown']);
  });

  it('tells all that stands against it', () => {
    const order = { grade: 'C35', slumpMm: 120, openM3: 7.99 };
    expect(codes({ batchedAt: at('07:00') }, order)).toEqual([
      'grade_too_low',
      'slump_outside_tolerance',
      'volume_not_needed',
      'age_too_short',
    ]);
  });

  it('has nothing against going back to a plant', () => {
    expect(
      judgeFit({ ...drum, batchedAt: at('05:00') }, { ...place, order: null }, 30, now),
    ).toEqual([]);
  });
});

describe('computeAge', () => {
  it('adds way, waiting, setting up and discharge', () => {
    expect(computeAge(drum, { ...place, waitMin: 3 }, now)).toEqual({
      dischargeMin: 12,
      ageNowMin: 40,
      ageAtEndMin: 80,
    });
  });

  it('ends at the gate of a plant', () => {
    expect(computeAge(drum, { ...place, order: null }, now).ageAtEndMin).toBe(60);
  });
});
