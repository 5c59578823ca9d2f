import { computeWeights } from './weights.js';

const limits = { minKgPerM3: 2_200, maxKgPerM3: 2_550 };
const gross = (kg: number) => ({ kind: 'gross' as const, kg });
const tare = (kg: number) => ({ kind: 'tare' as const, kg });

describe('computeWeights', () => {
  it('nets with the latest weighing of each kind', () => {
    const weighings = [tare(13_900), gross(30_000), tare(14_000), gross(38_000)];

    expect(computeWeights(weighings, 12_000, 10, limits)).toEqual({
      tareKg: 14_000,
      tareSource: 'weighed',
      grossKg: 38_000,
      netKg: 24_000,
      densityKgPerM3: 2_400,
      notices: [],
    });
  });

  it('takes the vehicle’s tare where it was not weighed empty, and says so', () => {
    expect(computeWeights([gross(38_000)], 14_000, 10, limits)).toMatchObject({
      tareKg: 14_000,
      tareSource: 'registered',
      netKg: 24_000,
    });
  });

  it.each([
    { grossKg: 36_000, densityKgPerM3: 2_200, notices: [], why: 'the limit itself is in range' },
    { grossKg: 35_990, densityKgPerM3: 2_199, notices: ['density_low'], why: 'below it' },
    { grossKg: 39_510, densityKgPerM3: 2_551, notices: ['density_high'], why: 'above the other' },
  ])('notes $notices at $densityKgPerM3 kg/m³ ($why)', ({ grossKg, ...shown }) => {
    const { densityKgPerM3, notices } = computeWeights([gross(grossKg)], 14_000, 10, limits);

    expect({ densityKgPerM3, notices }).toEqual({
      densityKgPerM3: shown.densityKgPerM3,
      notices: shown.notices,
    });
  });

  it('notes a truck that is lighter full than empty', () => {
    expect(computeWeights([tare(14_000), gross(13_000)], null, 10, limits).notices).toEqual([
      'gross_below_tare',
    ]);
  });

  it.each([
    { weighings: [gross(38_000)], tareKg: null, m3: 10, why: 'no tare' },
    { weighings: [tare(14_000)], tareKg: null, m3: 10, why: 'no gross' },
    { weighings: [tare(14_000), gross(38_000)], tareKg: null, m3: null, why: 'no volume' },
  ])('has no density with $why', ({ weighings, tareKg, m3 }) => {
    expect(computeWeights(weighings, tareKg, m3, limits)).toMatchObject({
      densityKgPerM3: null,
      notices: [],
    });
  });
});
