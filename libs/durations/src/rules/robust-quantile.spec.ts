import * as fc from 'fast-check';
import { computeQuantile, dropOutliers, learnValue } from './robust-quantile.js';

const minutes = fc.integer({ min: 0, max: 600 });
const someMinutes = fc.array(minutes, { minLength: 1, maxLength: 60 });
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('what observed durations come to', () => {
  it.each([
    { values: [7], of: 0.9, is: 7 },
    { values: [3, 1, 2], of: 0.5, is: 2 },
    { values: [10, 20], of: 0.25, is: 12.5 },
    { values: [1, 2, 3, 4, 5], of: 1, is: 5 },
  ])('is $is for the $of quantile of $values', ({ values, of, is }) => {
    expect(computeQuantile(values, of)).toBe(is);
  });

  it('does not heed the truck that broke down', () => {
    const usual = [18, 19, 20, 20, 21, 22, 23];

    expect(dropOutliers([...usual, 190])).toEqual(usual);
    expect(learnValue([...usual, 190], 0.5)).toEqual({ value: 20, sampleCount: 7 });
  });

  it('does not heed the only one that differs', () => {
    expect(dropOutliers([20, 20, 20, 20, 20, 20, 20, 60])).toEqual(Array(7).fill(20));
  });

  it('heeds what differs by next to nothing', () => {
    expect(dropOutliers([3, 3, 3, 3.001])).toEqual([3, 3, 3, 3.001]);
  });

  it('is nothing where nothing was observed', () => {
    expect(learnValue([], 0.6)).toBeNull();
  });

  it('lies within what was observed, and rests on no more', () => {
    fc.assert(
      fc.property(someMinutes, share, (values, of) => {
        const { value, sampleCount } = learnValue(values, of)!;

        expect(value).toBeGreaterThanOrEqual(Math.min(...values));
        expect(value).toBeLessThanOrEqual(Math.max(...values));
        expect(sampleCount).toBeLessThanOrEqual(values.length);
      }),
    );
  });

  it('always keeps at least half of what was observed', () => {
    fc.assert(
      fc.property(someMinutes, (values) => {
        expect(dropOutliers(values).length).toBeGreaterThanOrEqual(values.length / 2);
      }),
    );
  });

  it('does not depend on the order of trips', () => {
    fc.assert(
      fc.property(someMinutes, share, (values, of) => {
        const turned = learnValue(values.toReversed(), of)!;

        expect(turned.value).toBeCloseTo(learnValue(values, of)!.value, 6);
      }),
    );
  });

  it('is not carried away by one wild value', () => {
    const usual = fc.array(fc.integer({ min: 10, max: 30 }), { minLength: 5, maxLength: 60 });
    fc.assert(
      fc.property(usual, (values) => {
        expect(learnValue([...values, 100_000], 0.5)!.value).toBeLessThanOrEqual(30);
      }),
    );
  });
});
