import { judgeNightWork } from './night-work.js';

const NIGHT = { weekdays: [1, 2, 3, 4, 5, 6, 7], fromMin: 22 * 60, toMin: 6 * 60 };
/** Local clock on 23 November 2026; 24 and more run into the next day. */
const at = (hour: number) => new Date(Date.UTC(2026, 10, 22, 16 + hour));
const judge = (
  from: number,
  to: number,
  { isNoiseSensitive = true, permits = [] as [number, number][] } = {},
) =>
  judgeNightWork(
    { isNoiseSensitive },
    { from: at(from), to: at(to) },
    NIGHT,
    permits.map(([validFrom, validTo]) => ({ validFrom: at(validFrom), validTo: at(validTo) })),
    'Asia/Shanghai',
  );

describe('judgeNightWork', () => {
  it.each([
    { from: 8, to: 22, state: 'by_day', why: 'over when the night begins' },
    { from: 6, to: 8, state: 'by_day', why: 'begins when the night is over' },
  ])('is $state from $from to $to ($why)', ({ from, to, state }) => {
    expect(judge(from, to)).toEqual({ state, from: null });
  });

  it.each([
    { from: 20, to: 23, since: 22, why: 'runs into the night' },
    { from: 23, to: 25, since: 23, why: 'begins in it' },
    { from: 5, to: 8, since: 5, why: 'begins before it is over' },
  ])('lacks a permit from hour $since on ($why)', ({ from, to, since }) => {
    expect(judge(from, to)).toEqual({ state: 'without_permit', from: at(since) });
  });

  it('is permitted by permits that cover all of its night together', () => {
    expect(
      judge(20, 30, {
        permits: [
          [22, 25],
          [25, 30],
        ],
      }),
    ).toEqual({
      state: 'permitted',
      from: null,
    });
  });

  it('lacks one from where the permit ends', () => {
    expect(judge(20, 30, { permits: [[21, 24]] })).toEqual({
      state: 'without_permit',
      from: at(24),
    });
  });

  it('is nobody’s matter where nobody lives', () => {
    expect(judge(0, 24, { isNoiseSensitive: false })).toEqual({
      state: 'unrestricted',
      from: null,
    });
  });
});
