import { KeptAnswers } from './kept-answers.js';

describe('answers kept in memory', () => {
  let nowMs = 0;
  const keeping = (mostWeight: number) =>
    new KeptAnswers<string | null>(mostWeight, { now: () => new Date(nowMs) });
  beforeEach(() => {
    nowMs = 0;
  });

  it('are given until they are too old', () => {
    const kept = keeping(10);
    kept.keep('how far', 'far', 1_000);

    nowMs = 999;
    expect(kept.find('how far')).toBe('far');
    nowMs = 1_000;
    expect(kept.find('how far')).toBeUndefined();
    expect(kept.weight).toBe(0);
  });

  it('tell that there is none from not knowing', () => {
    const kept = keeping(10);
    kept.keep('which way', null, 1_000);

    expect(kept.find('which way')).toBeNull();
    expect(kept.find('how far')).toBeUndefined();
  });

  it('leave in the order in which nobody asks for them any more', () => {
    const kept = keeping(2);
    kept.keep('one', 'first', 1_000);
    kept.keep('two', 'second', 1_000);
    kept.find('one');
    kept.keep('three', 'third', 1_000);

    expect(['one', 'two', 'three'].map((question) => kept.find(question))).toEqual([
      'first',
      undefined,
      'third',
    ]);
  });

  it('never weigh more than they may, one alone neither', () => {
    const kept = keeping(5);
    kept.keep('one', 'first', 1_000, 3);
    kept.keep('two', 'second', 1_000, 3);
    expect(kept.weight).toBe(3);
    expect(kept.find('one')).toBeUndefined();

    kept.keep('three', 'heavy', 1_000, 6);
    expect(kept.weight).toBe(0);
    expect(kept.find('three')).toBeUndefined();
  });

  it('count once when they are given anew', () => {
    const kept = keeping(5);
    kept.keep('one', 'before', 1_000, 3);
    kept.keep('one', 'after', 1_000, 2);

    expect(kept.find('one')).toBe('after');
    expect(kept.weight).toBe(2);
  });

  it('are gone once forgotten', () => {
    const kept = keeping(5);
    kept.keep('one', 'first', 1_000);
    kept.forget();

    expect(kept.find('one')).toBeUndefined();
    expect(kept.weight).toBe(0);
  });
});
