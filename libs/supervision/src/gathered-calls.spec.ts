import { GatheredCalls } from './gathered-calls.js';

describe('GatheredCalls', () => {
  const made: (readonly number[])[] = [];
  const halves = new GatheredCalls<number, number>(
    async (numbers) => {
      made.push(numbers);
      await Promise.resolve();
      const odd = numbers.find((number) => number % 2 !== 0);
      if (odd !== undefined) throw new Error(`${odd} has no half`);
      return numbers.map((number) => number / 2);
    },
    { mostAtOnce: 3, apartMs: 5 },
  );
  const askAll = (numbers: readonly number[]) =>
    Promise.allSettled(numbers.map((number) => halves.call(number)));

  beforeEach(() => {
    made.length = 0;
  });

  it('makes the first call at once, and one of those that come meanwhile', async () => {
    const answers = await askAll([2, 4, 6, 8, 10]);

    expect(made).toEqual([[2], [4, 6, 8], [10]]);
    expect(answers).toEqual([1, 2, 3, 4, 5].map((value) => ({ status: 'fulfilled', value })));
  });

  it('fails nobody for what another asked', async () => {
    const [first, second, bad, last] = await askAll([2, 4, 5, 6]);

    expect([first, second, last]).toEqual(
      [1, 2, 3].map((value) => ({ status: 'fulfilled', value })),
    );
    expect(bad).toEqual({ status: 'rejected', reason: new Error('5 has no half') });
  });

  it('goes on after a failure', async () => {
    await expect(halves.call(3)).rejects.toThrow('3 has no half');

    expect(await halves.call(8)).toBe(4);
  });
});
