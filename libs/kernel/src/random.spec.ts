import { between, pick, seededRandom } from './random.js';

const draw = (seed: number) => Array.from({ length: 50 }, seededRandom(seed));

describe('seededRandom', () => {
  it('repeats itself for a seed and differs for another', () => {
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  it('stays within bounds and spreads', () => {
    const numbers = draw(1).map((_, index) => between(seededRandom(index), 10, 20));

    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(10);
    expect(Math.max(...numbers)).toBeLessThan(20);
    expect(new Set(numbers).size).toBeGreaterThan(40);
  });

  it('picks nothing from an empty list', () => {
    expect(() => pick(seededRandom(1), [])).toThrow(RangeError);
  });
});
