import * as fc from 'fast-check';
import type { CalledLoad } from '../order-calls.js';
import { makeRoom, openM3Of } from './make-room.js';

const loads = (...volumes: number[]): CalledLoad[] =>
  volumes.map((plannedM3, index) => ({
    id: `load-${index + 1}`,
    loadNo: index + 1,
    kind: 'concrete',
    plannedM3,
    dueAt: new Date('2026-11-23T08:00:00Z'),
    state: 'planned',
  }));

describe('makeRoom', () => {
  it('changes nothing else where the volume is that of the load', () => {
    expect(makeRoom(loads(9, 9, 4), 'load-1', 9)).toEqual({
      resized: new Map(),
      droppedIds: [],
      addedM3: 0,
    });
  });

  it('takes what comes beyond the load off the last ones', () => {
    expect(makeRoom(loads(6, 9, 2), 'load-1', 9)).toEqual({
      resized: new Map([['load-2', 8]]),
      droppedIds: ['load-3'],
      addedM3: 0,
    });
  });

  it('wants what is short as one more load', () => {
    expect(makeRoom(loads(9, 9), 'load-1', 5.5)).toMatchObject({ droppedIds: [], addedM3: 3.5 });
  });

  it('finds no room where the order does not need so much', () => {
    expect(makeRoom(loads(6, 2), 'load-1', 9)).toBeNull();
  });

  it('finds no room in a load that somebody has begun on', () => {
    expect(makeRoom(loads(9), 'load-7', 9)).toBeNull();
  });

  it('leaves every order with the volume that it asks for', () => {
    const m3 = fc.integer({ min: 50, max: 1_500 }).map((hundredths) => hundredths / 100);
    fc.assert(
      fc.property(fc.array(m3, { minLength: 1, maxLength: 6 }), m3, (volumes, carriedM3) => {
        const open = loads(...volumes);
        const room = makeRoom(open, 'load-1', carriedM3);
        fc.pre(room !== null);
        const others = open
          .filter(({ id }) => id !== 'load-1' && !room?.droppedIds.includes(id))
          .map(({ id, plannedM3 }) => room?.resized.get(id) ?? plannedM3);
        const after = others.reduce((sum, one) => sum + one, 0) + carriedM3 + (room?.addedM3 ?? 0);
        expect(after).toBeCloseTo(openM3Of(open), 6);
      }),
    );
  });
});
