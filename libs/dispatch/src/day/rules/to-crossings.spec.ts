import { toCrossings } from './to-crossings.js';

const part = (zoneSet: number, from: number, to: number) => ({ zoneSet, from, to });
const least = { out: 0.25, back: 0.5 };
const ways = (isByRoad: boolean) => ({
  out: { isByRoad, crossings: [part(0, 0, 0.125), part(1, 0.875, 1)] },
  back: { isByRoad, crossings: [part(1, 0, 0.125), part(0, 0.875, 1)] },
});

describe('toCrossings', () => {
  it('takes the road as it is', () => {
    expect(toCrossings(ways(true), least)).toEqual({
      out: [
        { zone: 0, from: 0, to: 0.125 },
        { zone: 1, from: 0.875, to: 1 },
      ],
      back: [
        { zone: 1, from: 0, to: 0.125 },
        { zone: 0, from: 0.875, to: 1 },
      ],
    });
  });

  it('takes a guess for no shorter than the least in the zones that hold the site', () => {
    expect(toCrossings(ways(false), least)).toEqual({
      out: [
        { zone: 0, from: 0, to: 0.125 },
        { zone: 1, from: 0.75, to: 1 },
      ],
      back: [
        { zone: 1, from: 0, to: 0.5 },
        { zone: 0, from: 0.875, to: 1 },
      ],
    });
  });

  it('never makes a guess shorter', () => {
    const all = { isByRoad: false, crossings: [part(0, 0, 1)] };

    expect(toCrossings({ out: all, back: all }, least).out).toEqual([{ zone: 0, from: 0, to: 1 }]);
  });
});
