import { GatheredCalls } from './gathered-calls.js';

describe('GatheredCalls', () => {
  let made: (readonly number[])[];
  let [underWay, most] = [0, 0];
  let halves: GatheredCalls<number, number>;
  const halveAll = async (numbers: readonly number[]): Promise<number[]> => {
    made.push(numbers);
    underWay += 1;
    most = Math.max(most, underWay);
    await Promise.resolve();
    underWay -= 1;
    const odd = numbers.find((number) => number % 2 !== 0);
    if (odd !== undefined) throw new Error(`${odd} has no half`);
    return numbers.map((number) => number / 2);
  };
  const askAll = (numbers: readonly number[]) =>
    Promise.allSettled(numbers.map((number) => halves.call(number)));

  beforeEach(() => {
    made = [];
    most = 0;
    halves = new GatheredCalls(halveAll, { mostAtOnce: 3, apartMs: 5 });
  });

  it('makes one call of what comes in one turn, but for no more than fit', async () => {
    const answers = await askAll([2, 4, 6, 8, 10]);

    expect(made).toEqual([
      [2, 4, 6],
      [8, 10],
    ]);
    expect(answers).toEqual([1, 2, 3, 4, 5].map((value) => ({ status: 'fulfilled', value })));
  });

  it('fails nobody for what another asked, one call at a time', async () => {
    const [first, second, bad, last] = await askAll([2, 4, 5, 6]);

    expect([first, second, last]).toEqual(
      [1, 2, 3].map((value) => ({ status: 'fulfilled', value })),
    );
    expect(bad).toEqual({ status: 'rejected', reason: new Error('5 has no half') });
    expect(most).toBe(1);
  });

  it('lets what comes meanwhile wait for the next call', async () => {
    const first = halves.call(2);
    await new Promise((resolve) => setImmediate(resolve));
    const later = [halves.call(4), halves.call(6)];

    expect(await Promise.all([first, ...later])).toEqual([1, 2, 3]);
    expect(made).toEqual([[2], [4, 6]]);
  });

  it('goes on after a failure', async () => {
    await expect(halves.call(3)).rejects.toThrow('3 has no half');

    expect(await halves.call(8)).toBe(4);
  });
});
