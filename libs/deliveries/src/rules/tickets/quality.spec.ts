import { judgeQuality, type QualityLimits, type TestedLoad } from './quality.js';

const LIMITS: QualityLimits = {
  slump: {
    value: [
      { fromMm: 0, toleranceMm: 10 },
      { fromMm: 50, toleranceMm: 20 },
      { fromMm: 100, toleranceMm: 30 },
    ],
    version: 'city/2',
    source: 'GB/T 14902',
  },
  temperatureMin: { value: 5, version: 'shipped', source: 'GB 50666' },
  temperatureMax: { value: 35, version: 'shipped', source: 'GB 50666' },
};
const judge = (change: Partial<TestedLoad>) =>
  judgeQuality({ slumpMm: 180, atPlant: null, atSite: null, ...change }, LIMITS);

describe('judgeQuality', () => {
  it.each([
    { ordered: 180, tested: 150, codes: [], why: 'at the limit' },
    { ordered: 180, tested: 149, codes: ['slump_low'], why: 'a millimetre below' },
    { ordered: 180, tested: 211, codes: ['slump_high'], why: 'above' },
    { ordered: 90, tested: 111, codes: ['slump_high'], why: 'stiffer concrete has less room' },
    { ordered: 40, tested: 29, codes: ['slump_low'], why: 'and the stiffest the least' },
  ])('finds $codes of $tested mm where $ordered was ordered ($why)', (row) => {
    const atPlant = { slumpMm: row.tested, temperatureC: null };

    const found = judge({ slumpMm: row.ordered, atPlant });

    expect(found.map(({ code }) => code)).toEqual(row.codes);
  });

  it.each([
    { temperatureC: 4.9, codes: ['temperature_low'] },
    { temperatureC: 5, codes: [] },
    { temperatureC: 35, codes: [] },
    { temperatureC: 35.1, codes: ['temperature_high'] },
  ])('finds $codes at $temperatureC °C', ({ temperatureC, codes }) => {
    const found = judge({ atPlant: { slumpMm: 180, temperatureC } });

    expect(found.map(({ code }) => code)).toEqual(codes);
  });

  it('names where, by how much, and by whose word', () => {
    expect(judge({ atSite: { slumpMm: 100 } })).toEqual([
      {
        code: 'slump_low',
        where: 'site',
        value: 100,
        limit: 150,
        policyVersion: 'city/2',
        source: 'GB/T 14902',
      },
    ]);
  });

  it('finds nothing where nothing was tested', () => {
    expect(judge({ atSite: { slumpMm: null } })).toEqual([]);
  });
});
