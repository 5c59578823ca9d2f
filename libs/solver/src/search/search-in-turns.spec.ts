import { searchInTurns } from './search-in-turns.js';

const steps = (most: number) => (step: number) => step / most;

/** A search that writes down the share at which each of its steps was, and finds something at some of them. */
function aSearch(turns: () => number, isBetter: (share: number) => boolean = () => false) {
  const shares: number[] = [];
  const step = (share: number): boolean => {
    shares.push(share);
    return isBetter(share);
  };
  return { shares, step, turns };
}

describe('searches that take turns', () => {
  it('share the budget by the turns that each asks for', () => {
    const [one, two] = [aSearch(() => 1), aSearch(() => 3)];

    searchInTurns([one, two], { spent: steps(9) });

    expect(one.shares).toEqual([0, 4 / 9, 8 / 9]);
    expect(two.shares).toEqual([1, 2, 3, 5, 6, 7].map((step) => step / 9));
  });

  it('end when none has anything left to gain', () => {
    let left = 5;
    const search = aSearch(
      () => (left > 0 ? 1 : 0),
      () => {
        left -= 1;
        return false;
      },
    );

    searchInTurns([search], { spent: () => 0 });

    expect(search.shares).toHaveLength(5);
  });

  it('take no step when the budget is spent at once, and are still looked at', () => {
    const search = aSearch(() => 1);
    const told: number[] = [];

    searchInTurns([search], { spent: () => 1, onStep: (count) => told.push(count) });

    expect(search.shares).toEqual([]);
    expect(told).toEqual([0]);
  });

  it('tell after each step, and of what is better at the end of its round', () => {
    const told: string[] = [];
    const search = aSearch(
      () => 2,
      (share) => share === 2 / 6,
    );

    searchInTurns([search], {
      spent: steps(6),
      onStep: (count) => told.push(`${count}`),
      onBetter: () => told.push('better'),
    });

    expect(told).toEqual(['0', '1', '2', '3', '4', 'better', '5', '6']);
  });
});
