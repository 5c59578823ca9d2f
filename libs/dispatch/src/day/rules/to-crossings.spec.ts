import { toCrossings } from './to-crossings.js';

const part = (zoneSet: number, from: number, to: number) => ({ zoneSet, from, to });
const least = { fromSite: 0.5, toSite: 0.25 };
const way = (isByRoad: boolean) => ({
  isByRoad,
  crossings: [part(0, 0, 0.125), part(1, 0.25, 0.5), part(2, 0.875, 1)],
});

describe('toCrossings', () => {
  it('takes the road as it is', () => {
    expect(toCrossings(way(true), least)).toEqual([
      { zone: 0, from: 0, to: 0.125 },
      { zone: 1, from: 0.25, to: 0.5 },
      { zone: 2, from: 0.875, to: 1 },
    ]);
  });

  it('takes a guess for no shorter than the least in the zones that hold a site', () => {
    expect(toCrossings(way(false), least)).toEqual([
      { zone: 0, from: 0, to: 0.5 },
      { zone: 1, from: 0.25, to: 0.5 },
      { zone: 2, from: 0.75, to: 1 },
    ]);
  });

  it('takes it as it is where a plant is at its end', () => {
    expect(toCrossings(way(false), { fromSite: 0, toSite: 0 })).toEqual([
      { zone: 0, from: 0, to: 0.125 },
      { zone: 1, from: 0.25, to: 0.5 },
      { zone: 2, from: 0.875, to: 1 },
    ]);
  });

  it('takes no more than the whole way', () => {
    const all = { isByRoad: false, crossings: [part(0, 0, 1)] };

    expect(toCrossings(all, least)).toEqual([{ zone: 0, from: 0, to: 1 }]);
  });
});
