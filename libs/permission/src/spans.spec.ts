import type { Interval } from '@tongyun/kernel';
import { cutAt, joined, without } from './spans.js';

/** Reads `'1-3 5-8'` as spans of milliseconds. */
const spans = (text: string): Interval[] =>
  text
    .split(' ')
    .filter(Boolean)
    .map((span) => {
      const [from, to] = span.split('-').map((ms) => new Date(Number(ms)));
      return { from: from!, to: to! };
    });
const shown = (found: Interval[]): string =>
  found.map(({ from, to }) => `${from.getTime()}-${to.getTime()}`).join(' ');

describe('spans of time', () => {
  it.each([
    { of: '5-8 1-3', are: '1-3 5-8', why: 'put in order' },
    { of: '1-3 3-4', are: '1-4', why: 'touching ones are one' },
    { of: '1-9 2-3', are: '1-9', why: 'one within another' },
    { of: '4-4 6-5', are: '', why: 'empty ones dropped' },
  ])('joined: $of are $are ($why)', ({ of, are }) => {
    expect(shown(joined(spans(of)))).toBe(are);
  });

  it.each([
    { whole: '0-10', taken: '2-4 6-8', left: '0-2 4-6 8-10', why: 'holes' },
    { whole: '0-10', taken: '0-4 9-12', left: '4-9', why: 'both ends' },
    { whole: '0-3 5-9', taken: '2-6', left: '0-2 6-9', why: 'across two' },
    { whole: '0-10', taken: '0-10', left: '', why: 'all' },
    { whole: '0-10', taken: '10-20', left: '0-10', why: 'only touching' },
  ])('$whole without $taken: $left ($why)', ({ whole, taken, left }) => {
    expect(shown(without(spans(whole), spans(taken)))).toBe(left);
  });

  it('are cut inside, never at their ends', () => {
    const instants = [4, 0, 2, 9, 11].map((ms) => new Date(ms));

    expect(shown(cutAt(spans('0-5 8-10'), instants))).toBe('0-2 2-4 4-5 8-9 9-10');
  });
});
