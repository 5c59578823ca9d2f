import { type ApprovedMix, findMixMismatches, isInForce, type TestedLot } from './judge-mix.js';

const mix: ApprovedMix = {
  mixDesignNo: 'PHB-12',
  grade: 'C30',
  materials: [{ material: 'cement' }, { material: 'sand' }],
  validFrom: '2026-03-01',
  validTo: '2026-12-31',
};
const batch = { grade: 'C30', mixDesignNo: 'PHB-12', on: '2026-05-04' };
const passed = (material: string): TestedLot => ({
  material,
  lotNo: `${material}-1`,
  hasPassed: true,
});
const failed = (material: string): TestedLot => ({ ...passed(material), hasPassed: false });
const codesOf = (...given: Parameters<typeof findMixMismatches>) =>
  findMixMismatches(...given).map(({ code, found }) => [code, found]);

describe('findMixMismatches', () => {
  it('finds nothing in an approved recipe of tested materials', () => {
    expect(codesOf(batch, mix, [passed('cement'), passed('sand')], true)).toEqual([]);
  });

  it.each([
    { what: 'of another grade', change: { grade: 'C25' } },
    { what: 'not in force yet', change: { validFrom: '2026-05-05' } },
    { what: 'out of force', change: { validTo: '2026-05-03' } },
  ])('names a recipe $what, whether or not it must be known', ({ change }) => {
    const other = { ...mix, ...change };

    expect(codesOf(batch, other, [passed('cement'), passed('sand')], false)).toEqual([
      ['mix_design_unfit', expect.stringContaining('PHB-12')],
    ]);
  });

  it('names a material of the recipe whose last lot failed, and none that the recipe does without', () => {
    const lots = [failed('cement'), passed('sand'), failed('slag')];

    expect(codesOf(batch, mix, lots, false)).toEqual([['material_not_passed', 'cement-1']]);
  });

  it('takes what is not known as it comes, unless it must be known', () => {
    expect(codesOf({ ...batch, mixDesignNo: null }, null, [], false)).toEqual([]);
    expect(codesOf(batch, mix, [], false)).toEqual([]);
    expect(codesOf({ ...batch, mixDesignNo: null }, null, [], true)).toEqual([
      ['mix_design_unfit', ''],
    ]);
    expect(codesOf(batch, mix, [passed('cement')], true)).toEqual([['material_not_passed', '']]);
  });
});

describe('isInForce', () => {
  it('is on the first and the last day', () => {
    expect(isInForce(mix, mix.validFrom)).toBe(true);
    expect(isInForce(mix, mix.validTo!)).toBe(true);
  });
});
