import { seededRandom } from '@tongyun/kernel';
import { aBusyDay } from '../../../../test/support/a-day.js';
import { solveSoundly } from '../../../../test/support/sound-plans.js';
import { priceDayPlan } from '../index.js';
import type { Annealing, Neighbourhood } from './neighbourhood.js';
import { NeighbourhoodSearch } from './neighbourhood-search.js';

/** A line of numbers; a step takes one out and puts another in, and the sum is what it costs. */
class Numbers implements Neighbourhood<{ readonly at: number; readonly was: number }> {
  best: readonly number[];

  constructor(
    readonly now: number[],
    private readonly puts: readonly number[],
    private readonly mayPut: (value: number) => boolean = () => true,
  ) {
    this.best = [...now];
  }

  cost(): number {
    return this.now.reduce((sum, value) => sum + value, 0);
  }

  takeOut(random: () => number): { at: number; was: number } {
    const at = Math.floor(random() * this.now.length);
    return { at, was: this.now[at]! };
  }

  putIn({ at }: { readonly at: number }, random: () => number): boolean {
    this.now[at] = this.puts[Math.floor(random() * this.puts.length)]!;
    return this.mayPut(this.now[at]);
  }

  aside(): number {
    return 0;
  }

  takeBack({ at, was }: { readonly at: number; readonly was: number }): void {
    this.now[at] = was;
  }

  remember(): void {
    this.best = [...this.now];
  }
}

const onlyBetter: Annealing = () => (worseBy) => worseBy < 0;
const anything: Annealing = () => () => true;
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

describe('a large neighbourhood search', () => {
  it('holds on to the best plan, whatever it goes through afterwards', () => {
    const model = new Numbers([5, 5, 5, 5], [1, 9]);
    const search = new NeighbourhoodSearch(model, anything, seededRandom(1));
    let least = sum(model.now);
    for (let step = 0; step < 200; step += 1) {
      const isBetter = search.step(0);
      expect(isBetter).toBe(sum(model.now) < least);
      least = Math.min(least, sum(model.now));
      expect(sum(model.best)).toBe(least);
      expect(search.bestAdded).toBe(least - 20);
    }
    expect(sum(model.now)).toBeGreaterThan(least);
  });

  it('takes back what the annealing does not let it keep', () => {
    const model = new Numbers([5, 5, 5, 5], [9]);
    const search = new NeighbourhoodSearch(model, onlyBetter, seededRandom(1));

    expect(search.step(0)).toBe(false);
    expect(model.now).toEqual([5, 5, 5, 5]);
  });

  it('takes back what has failed, cheap as it is', () => {
    const model = new Numbers([5, 5, 5, 5], [1], () => false);
    const search = new NeighbourhoodSearch(model, anything, seededRandom(1));

    expect(search.step(0)).toBe(false);
    expect(model.now).toEqual([5, 5, 5, 5]);
  });

  it.each([
    [1, 240_081_359.124],
    [2, 593_008_728.783],
    [3, 522_384_734.435],
    [4, 6_584_523.145],
  ])(
    'comes to the same plan of a busy day as ever for the same seed and steps (%i)',
    (seed, points) => {
      const day = aBusyDay(seed);
      const plan = solveSoundly(day, { seed, spent: (step) => step / 80 });

      expect(priceDayPlan(day, plan).points).toBeCloseTo(points, 3);
    },
  );
});
