import { at, aVehicle, aWork, someFacts } from '../../../../test/support/permission-facts.js';
import type { VehicleFact, WorkFact } from '../facts.js';
import { judge } from '../judge.js';

const morning = { from: at('09:00'), to: at('11:00') };
const judgeWork = (work: Partial<WorkFact>, vehicle: Partial<VehicleFact> = {}) =>
  judge(someFacts({ work: aWork(work), vehicle: aVehicle(vehicle), zones: [] }), morning);

describe('supply range', () => {
  it('bars a site beyond it, with distance and limit; the administration may let it through', () => {
    const range = { plantName: '滨江站', distanceM: 27_430, limitM: 25_000, isInside: false };

    expect(judgeWork({ range })).toEqual([
      {
        code: 'site_out_of_radius',
        effect: 'forbids_work',
        sentence: {
          'zh-CN': '工地距滨江站 27.4 km，超过作业半径 25.0 km',
          en: 'The site is 27.4 km from 滨江站, beyond its radius of 25.0 km',
        },
        compared: { plantName: '滨江站', distanceM: 27_430, limitM: 25_000 },
        policyVersion: '2026-1',
        overridableBy: ['concrete_admin'],
      },
    ]);
  });

  it('names no limit where the range is a shape', () => {
    const range = { plantName: '滨江站', distanceM: 9_000, limitM: null, isInside: false };

    expect(judgeWork({ range })[0]!.sentence.en).toBe(
      'The site, 9.0 km from 滨江站, is outside of its supply range',
    );
  });

  it('is not judged when not asked', () => {
    expect(judgeWork({ range: null })).toEqual([]);
  });
});

describe('drum volume', () => {
  it.each([
    { loadM3: 12, isLoaded: false, codes: [], why: 'exactly full' },
    { loadM3: 12.0004, isLoaded: true, codes: [], why: 'rounding' },
    { loadM3: 12.01, isLoaded: false, codes: ['above_drum_capacity'], why: 'planned above it' },
    { loadM3: 12.01, isLoaded: true, codes: ['overload'], why: 'loaded above it' },
    { loadM3: null, isLoaded: true, codes: [], why: 'load unknown' },
  ])('of 12 m³ with $loadM3 m³ gives $codes ($why)', ({ loadM3, isLoaded, codes }) => {
    expect(judgeWork({ loadM3, isLoaded }).map(({ code }) => code)).toEqual(codes);
  });

  it('may be planned above by a dispatcher, but nothing makes an overload lawful', () => {
    expect(judgeWork({ loadM3: 14 })).toMatchObject([
      { effect: 'forbids_work', overridableBy: ['dispatcher'] },
    ]);
    expect(judgeWork({ loadM3: 14, isLoaded: true })).toMatchObject([
      { effect: 'forbids_road', overridableBy: [] },
    ]);
  });

  it('is not judged when unknown', () => {
    expect(judgeWork({ loadM3: 99 }, { drumCapacityM3: null })).toEqual([]);
  });
});

const boom = (boomLengthM: number | null) => ({ kind: 'boom_pump' as const, boomLengthM });
const line = (lineLengthM: number | null) => ({ kind: 'trailer_pump' as const, lineLengthM });

describe('pump reach', () => {
  it.each([
    { why: 'a boom exactly long enough', pump: boom(52), codes: [] },
    { why: 'a short boom', pump: boom(47), codes: ['pump_out_of_reach'] },
    { why: 'a boom of unknown length', pump: boom(null), codes: ['pump_out_of_reach'] },
    { why: 'pipes exactly long enough', pump: line(52), codes: [] },
    { why: 'too few pipes', pump: line(40), codes: ['pump_out_of_reach'] },
    { why: 'pipes as a site needs them', pump: line(null), codes: [] },
    { why: 'no pump', pump: { kind: 'mixer' as const }, codes: [] },
  ])('of $why for 52 m: $codes', ({ pump, codes }) => {
    const reasons = judgeWork({ neededReachM: 52, loadM3: null }, pump);

    expect(reasons.map(({ code }) => code)).toEqual(codes);
  });
});

describe('use of vehicles', () => {
  const use = { enterpriseId: 'own', kind: 'hired', validFrom: at('00:00'), validTo: null };

  it.each([
    { why: 'an open-ended agreement', uses: [use], codes: [] },
    { why: 'none', uses: [], codes: ['undeclared_use'] },
    { why: 'one of another', uses: [{ ...use, enterpriseId: 'x' }], codes: ['undeclared_use'] },
    {
      why: 'one that ends on the way',
      uses: [{ ...use, validTo: at('10:00') }],
      codes: ['undeclared_use'],
    },
    {
      why: 'two that join',
      uses: [
        { ...use, validTo: at('10:00') },
        { ...use, validFrom: at('10:00') },
      ],
      codes: [],
    },
  ])('of a haulier, with $why: $codes', ({ uses, codes }) => {
    const reasons = judgeWork({}, { ownerEnterpriseId: 'haulier', uses });

    expect(reasons.map(({ code }) => code)).toEqual(codes);
  });

  it('needs no agreement for the own ones', () => {
    expect(judgeWork({}, { uses: [] })).toEqual([]);
  });

  it('needs one for those whose owner nobody knows', () => {
    expect(judgeWork({}, { ownerEnterpriseId: null })).toMatchObject([{ code: 'undeclared_use' }]);
  });
});

describe('standing', () => {
  it('bars the work of a barred enterprise', () => {
    expect(judgeWork({ isEnterpriseBarred: true })).toMatchObject([
      { code: 'enterprise_barred', effect: 'forbids_work', overridableBy: ['concrete_admin'] },
    ]);
  });
});

describe('the licence of the plant', () => {
  it.each([
    { licence: 'licensed' as const, codes: [] },
    { licence: 'unlicensed' as const, codes: ['plant_not_licensed'] },
    { licence: 'suspended' as const, codes: ['plant_not_licensed'] },
    { licence: 'closed' as const, codes: ['plant_not_licensed'] },
  ])('that is $licence gives $codes', ({ licence, codes }) => {
    const reasons = judgeWork({ plant: { name: '滨江站', licence } });

    expect(reasons.map(({ code }) => code)).toEqual(codes);
  });

  it('bars the work whoever asks, and says which plant and why', () => {
    expect(judgeWork({ plant: { name: '滨江站', licence: 'suspended' } })).toMatchObject([
      {
        effect: 'forbids_work',
        sentence: {
          'zh-CN': '滨江站许可已暂停，不得供应',
          en: '滨江站 is suspended and may not supply',
        },
        overridableBy: [],
      },
    ]);
  });

  it('is not judged when not asked', () => {
    expect(judgeWork({ plant: null })).toEqual([]);
  });
});
