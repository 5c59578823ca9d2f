import { partOf, playheadAt, rowsOf, toPath } from './playback.js';

const MINUTE = 60_000;
const point = (minute: number, lng: number) => ({
  at: new Date(minute * MINUTE).toISOString(),
  lng,
  lat: 30,
  speedKph: 40,
  headingDeg: 90,
  source: 'terminal' as const,
});
const path = toPath([point(10, 120), point(11, 121), point(31, 122)]);

describe('playheadAt', () => {
  it.each([
    { minute: 0, lng: 120, passed: 0, what: 'the first point before the first' },
    { minute: 10, lng: 120, passed: 1, what: 'a point at its time' },
    { minute: 10.5, lng: 120.5, passed: 1, what: 'half way at half the time' },
    { minute: 30, lng: 121, passed: 2, what: 'where it was heard last in a silence' },
    { minute: 40, lng: 122, passed: 3, what: 'the last point after the last' },
  ])('is $what', ({ minute, lng, passed }) => {
    expect(playheadAt(path, minute * MINUTE)).toMatchObject({ lng, passed, headingDeg: 90 });
  });

  it('is nowhere without a point', () => {
    expect(playheadAt([], 0)).toBeNull();
  });
});

describe('partOf', () => {
  const span = { fromMs: 100, toMs: 200 };

  it.each([
    { from: 120, to: 140, part: { start: 0.2, length: 0.2 } },
    { from: 0, to: 150, part: { start: 0, length: 0.5 } },
    { from: 150, to: null, part: { start: 0.5, length: 0.5 } },
    { from: 150, to: 900, part: { start: 0.5, length: 0.5 } },
    { from: 10, to: 90, part: null },
    { from: 210, to: null, part: null },
  ])('of $from to $to is $part', ({ from, to, part }) => {
    expect(partOf(span, from, to)).toEqual(part);
  });
});

describe('rowsOf', () => {
  it('keeps parts that follow each other in a row, and gives another one its own', () => {
    const parts = [
      { start: 0, length: 0.5 },
      { start: 0.2, length: 0.1 },
      { start: 0.3, length: 0.7 },
      { start: 0.5, length: 0.5 },
    ];

    expect(rowsOf(parts)).toEqual([0, 1, 1, 0]);
  });
});
