import { addMinutes } from '@tongyun/kernel';
import { queueUp } from './site-queue.js';

const at = (min: number) => addMinutes(new Date('2026-11-23T00:00:00Z'), min);
const due = (id: string, min: number) => ({
  id,
  plannedM3: 10,
  dueAt: at(min),
  arrivedAt: null,
  unloadStartAt: null,
  unloadEndAt: null,
});

describe('the queue of a site that several plants supply', () => {
  it('is one: everybody’s loads in the order in which they discharge', () => {
    const queue = queueUp([due('lead', 30), due('lead', 0), due('partner', 15)], 40, 45);

    expect(queue.map(({ id, gapMin }) => [id, gapMin])).toEqual([
      ['lead', 0],
      ['partner', 0],
      ['lead', 0],
    ]);
  });

  it('warns of a pause that lets the concrete below set', () => {
    const queue = queueUp([due('a', 0), due('b', 61), due('c', 121)], 40, 45);

    expect(queue.map(({ gapMin, isGapTooLong }) => [gapMin, isGapTooLong])).toEqual([
      [0, false],
      [46, true],
      [45, false],
    ]);
  });

  it('goes by what has happened where something has', () => {
    const late = {
      ...due('late', 0),
      arrivedAt: at(20),
      unloadStartAt: at(25),
      unloadEndAt: at(50),
    };
    const [first, second] = queueUp([late, due('next', 15)], 40, 45);

    expect(first).toMatchObject({ id: 'next', fromAt: at(15), toAt: at(30) });
    expect(second).toMatchObject({ id: 'late', fromAt: at(25), toAt: at(50), gapMin: 0 });
  });
});
