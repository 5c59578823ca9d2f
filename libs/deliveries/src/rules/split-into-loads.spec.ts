import * as fc from 'fast-check';
import { splitIntoLoads } from './split-into-loads.js';

const firstOnSiteAt = new Date('2026-11-23T00:00:00Z');
const pour = (plannedM3: number, rateM3PerHour = 40) => ({
  plannedM3,
  rateM3PerHour,
  firstOnSiteAt,
});
const volumesOf = (plannedM3: number, drums: number[]) =>
  splitIntoLoads(pour(plannedM3), drums).map((load) => load.plannedM3);

describe('splitIntoLoads', () => {
  it.each([
    { m3: 6, drums: [12], volumes: [6], why: 'less than a drum' },
    { m3: 12, drums: [12], volumes: [12], why: 'exactly a drum' },
    { m3: 30, drums: [12], volumes: [12, 12, 6], why: 'the remainder comes last' },
    { m3: 12.1, drums: [12], volumes: [12, 0.1], why: 'a small remainder is a load too' },
    { m3: 20, drums: [12, 8], volumes: [12, 8], why: 'two sizes without waste' },
    { m3: 18, drums: [12, 10, 8], volumes: [10, 8], why: 'trades down to the drums that fit' },
    { m3: 36, drums: [12, 6], volumes: [12, 6, 12, 6], why: 'every drum goes as often' },
  ])('splits $m3 m³ over $drums into $volumes ($why)', ({ m3, drums, volumes }) => {
    expect(volumesOf(m3, drums)).toEqual(volumes);
  });

  it('has nothing to say without a drum', () => {
    expect(splitIntoLoads(pour(10), [])).toEqual([]);
  });

  it('lets each load fall due when the site has placed what came before', () => {
    const loads = splitIntoLoads(pour(30, 36), [12]);

    expect(loads.map(({ loadNo, dueAt }) => [loadNo, dueAt.toISOString().slice(11, 16)])).toEqual([
      [1, '00:00'],
      [2, '00:20'],
      [3, '00:40'],
    ]);
  });

  const anyDrums = fc.array(fc.integer({ min: 12, max: 30 }), { minLength: 1, maxLength: 30 });
  const anyVolume = fc.integer({ min: 1, max: 4_000 });

  it('covers any volume exactly, never overfills, and is due in order', () => {
    fc.assert(
      fc.property(anyVolume, anyDrums, (halves, halfDrums) => {
        const drums = halfDrums.map((half) => half / 2);
        const loads = splitIntoLoads(pour(halves / 2), drums);
        const sum = loads.reduce((total, { plannedM3 }) => total + plannedM3, 0);

        expect(sum).toBeCloseTo(halves / 2, 6);
        expect(loads.every(({ plannedM3 }) => plannedM3 > 0)).toBe(true);
        expect(Math.max(...loads.map(({ plannedM3 }) => plannedM3))).toBeLessThanOrEqual(
          Math.max(...drums),
        );
        const dues = loads.map(({ dueAt }) => dueAt.getTime());
        expect(dues).toEqual(dues.toSorted((one, other) => one - other));
      }),
    );
  });

  it('needs no more loads than the drums make necessary', () => {
    fc.assert(
      fc.property(anyVolume, fc.integer({ min: 12, max: 30 }), (halves, halfDrum) => {
        expect(volumesOf(halves / 2, [halfDrum / 2])).toHaveLength(Math.ceil(halves / halfDrum));
      }),
    );
  });
});
