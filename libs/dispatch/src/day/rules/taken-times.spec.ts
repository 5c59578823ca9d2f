import { takenSec } from './taken-times.js';

const travelOf = (...freeSec: number[]) => ({
  source: 'osrm' as const,
  freeSec: Float32Array.from(freeSec),
  roadKm: new Float32Array(freeSec.length),
});

describe('takenSec', () => {
  it('is the road’s own table where nothing takes longer', () => {
    const travel = travelOf(0, 600, 600, 0);

    expect(takenSec(travel, [{ from: 0, to: 1, factor: 1 }])).toBe(travel.freeSec);
  });

  it('lengthens the ways that were seen to take longer, and leaves the road’s table alone', () => {
    const travel = travelOf(0, 600, 500, 0);

    expect([...takenSec(travel, [{ from: 1, to: 0, factor: 1.5 }])]).toEqual([0, 600, 750, 0]);
    expect([...travel.freeSec]).toEqual([0, 600, 500, 0]);
  });

  it('is the same memory for the same question, and shared', () => {
    const travel = travelOf(0, 600, 500, 0);
    const slower = [{ from: 0, to: 1, factor: 2 }];
    const first = takenSec(travel, slower);

    expect(takenSec(travel, [...slower])).toBe(first);
    expect(first.buffer).toBeInstanceOf(SharedArrayBuffer);
    expect(takenSec(travel, [{ from: 0, to: 1, factor: 3 }])).not.toBe(first);
    expect(takenSec(travelOf(0, 600, 500, 0), slower)).not.toBe(first);
  });

  it('keeps four for a road, those asked for last', () => {
    const travel = travelOf(0, 600, 500, 0);
    const asked = (factor: number) => takenSec(travel, [{ from: 0, to: 1, factor }]);
    const first = asked(2);
    for (const factor of [3, 4, 5]) asked(factor);
    expect(asked(2)).toBe(first);
    for (const factor of [6, 7, 8, 9]) asked(factor);

    expect(asked(2)).not.toBe(first);
    expect([...asked(2)]).toEqual([0, 1_200, 500, 0]);
  });
});
