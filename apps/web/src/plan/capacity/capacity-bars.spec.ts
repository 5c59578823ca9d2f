import { at } from '../example-plan.js';
import { byPlant, isShort, trucksOf } from './capacity-bars.js';

const hour = {
  plantId: 'plant-1',
  plantName: '一号站',
  hourAt: at('08:00'),
  demandM3: 60,
  willCallM3: 70,
  lineCapacityM3: 120,
  trucksNeeded: 5.4,
  trucksOwn: 4,
  trucksHired: 1,
  trucksLoaned: 1,
};

describe('demand against capacity', () => {
  it('is drawn by plant, as tall as its tallest hour', () => {
    const plants = byPlant([
      hour,
      { ...hour, hourAt: at('09:00'), trucksNeeded: 9.5 },
      { ...hour, plantId: 'plant-2', plantName: '二号站', lineCapacityM3: 0, willCallM3: 0 },
    ]);

    expect(plants).toMatchObject([
      { plantName: '一号站', mostM3: 130, mostTrucks: 9.5 },
      { plantName: '二号站', mostM3: 60, mostTrucks: 6 },
    ]);
  });

  it('counts own, hired and loaned trucks', () => {
    expect(trucksOf(hour)).toBe(6);
  });

  it.each([
    { change: {}, lines: false, trucks: false },
    { change: { demandM3: 121 }, lines: true, trucks: false },
    { change: { trucksNeeded: 6.1 }, lines: false, trucks: true },
    { change: { demandM3: 0, trucksNeeded: 9 }, lines: false, trucks: false },
  ])('warns of lines: $lines, of trucks: $trucks', ({ change, ...short }) => {
    expect(isShort({ ...hour, ...change })).toEqual(short);
  });
});
