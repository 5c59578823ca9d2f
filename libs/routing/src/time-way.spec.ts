import { timeWay } from './time-way.js';

describe('timeWay', () => {
  it('says how much of the time has passed at each bend', () => {
    const way = timeWay(
      [
        [120, 30],
        [120.1, 30],
        [120.1, 30.1],
        [120.2, 30.1],
      ],
      [100, 250, 50],
    );

    expect(way.passedAt).toEqual([0, 0.25, 0.875, 1]);
  });

  it('leaves out what bends it by less than twenty metres, and keeps the time that it took', () => {
    const way = timeWay(
      [
        [120, 30],
        [120.05, 30.0001],
        [120.1, 30],
        [120.1, 30.1],
      ],
      [100, 200, 100],
    );

    expect(way.path).toEqual([
      [120, 30],
      [120.1, 30],
      [120.1, 30.1],
    ]);
    expect(way.passedAt).toEqual([0, 0.75, 1]);
  });

  it('counts every piece alike where no time is told', () => {
    const way = timeWay(
      [
        [120, 30],
        [120.1, 30],
        [120.1, 30.1],
      ],
      [0, 0],
    );

    expect(way.passedAt).toEqual([0, 0.5, 1]);
  });
});
