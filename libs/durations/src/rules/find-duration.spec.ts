import * as fc from 'fast-check';
import { DURATION_KINDS, type DurationPlace, keysOf, nameOf } from './duration-key.js';
import { findDuration, type KnownDurations } from './find-duration.js';

const place: DurationPlace = {
  plantId: 'north',
  siteId: 'tower',
  placingMethod: 'pump',
  pourKind: null,
  hour: 7,
};
const terms = { samplesMin: 8, priorSamples: 8 };
const [siteHour, site, plantHour, plant] = keysOf('discharge', place).map(nameOf) as [
  string,
  string,
  string,
  string,
];
const known = (
  learnt: Record<string, [value: number, sampleCount: number]>,
  overrides: Record<string, number> = {},
): KnownDurations => ({
  learnt: new Map(
    Object.entries(learnt).map(([name, [value, sampleCount]]) => [name, { value, sampleCount }]),
  ),
  overrides: new Map(Object.entries(overrides).map(([id, value]) => [id, { id, value }])),
});
const find = (what: KnownDurations) => findDuration('discharge', place, what, terms, 1.5);

describe('a duration to plan with', () => {
  it('is what policy says where nothing is known', () => {
    expect(find(known({}))).toEqual({ value: 1.5, source: 'assumed', level: null, sampleCount: 0 });
  });

  it('is not learnt from too few trips', () => {
    expect(find(known({ [site]: [9, 7] }))).toMatchObject({ value: 1.5, source: 'assumed' });
  });

  it('goes half the way to what as many trips as the prior’s say', () => {
    expect(find(known({ [site]: [3.5, 8] }))).toEqual({
      value: 2.5,
      source: 'learnt',
      level: 'site',
      sampleCount: 8,
    });
  });

  it('is that of the hour where the hour is known, drawn towards the site’s', () => {
    const found = find(known({ [site]: [3, 10_000], [siteHour]: [5, 24] }));

    expect(found).toMatchObject({ level: 'site_hour', sampleCount: 24 });
    expect(found.value).toBeCloseTo(4.5, 2);
  });

  it('is the plant’s for a site that nobody has been to', () => {
    expect(find(known({ [plant]: [2.5, 80], [plantHour]: [9, 3] }))).toMatchObject({
      level: 'plant',
      source: 'learnt',
    });
  });

  it('is what a person said, however much was observed, the narrowest first', () => {
    const learnt = { [siteHour]: [5, 500], [site]: [4, 900] } as const;
    const told = { ...learnt } as Record<string, [number, number]>;

    expect(find(known(told, { [plant]: 2 }))).toMatchObject({ value: 2, source: 'override' });
    expect(find(known(told, { [plant]: 2, [site]: 3 }))).toMatchObject({ value: 3, level: 'site' });
  });

  it('lies between policy and what was observed, nearer the more trips there are', () => {
    const kinds = fc.constantFrom(...DURATION_KINDS);
    const values = fc.double({ min: 0.1, max: 60, noNaN: true });
    const counts = fc.integer({ min: 8, max: 5_000 });
    fc.assert(
      fc.property(kinds, values, counts, (kind, value, count) => {
        const [, at] = keysOf(kind, place).map(nameOf);
        const distanceWith = (sampleCount: number) => {
          const what = known({ [at!]: [value, sampleCount] });
          return Math.abs(findDuration(kind, place, what, terms, 1.5).value - value);
        };

        expect(distanceWith(count)).toBeLessThanOrEqual(Math.abs(1.5 - value));
        expect(distanceWith(count + 1)).toBeLessThanOrEqual(distanceWith(count) + 1e-9);
      }),
    );
  });
});
