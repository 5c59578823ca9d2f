import { carriedM3Of, carriesConcrete, type CarryingTrip } from './carried-concrete.js';

const at = (clock: string) => new Date(`2026-11-23T${clock}:00Z`);
const onTheRoad: CarryingTrip = {
  stage: 'en_route',
  plannedM3: 9,
  batchedM3: 8.9,
  takenElsewhereM3: 0,
  batchedAt: at('08:00'),
  leftPlantAt: at('08:10'),
  arrivedAt: null,
  unloadEndAt: null,
  backAt: null,
  endedAt: null,
};

describe('carriesConcrete', () => {
  it.each<{ change: Partial<CarryingTrip>; is: boolean; why: string }>([
    { change: {}, is: true, why: 'it is on the road' },
    {
      change: { stage: 'loading', leftPlantAt: null },
      is: true,
      why: 'batched, still at the plant',
    },
    {
      change: { stage: 'loading', leftPlantAt: null, batchedAt: null },
      is: false,
      why: 'nothing is known to be in the drum',
    },
    { change: { stage: 'unloading', arrivedAt: at('08:40') }, is: true, why: 'some is left' },
    { change: { stage: 'unloaded', unloadEndAt: at('09:00') }, is: false, why: 'it is out' },
    { change: { stage: 'refused', endedAt: at('08:50') }, is: true, why: 'the site left it in' },
    {
      change: { stage: 'refused', endedAt: at('08:50'), backAt: at('09:30') },
      is: false,
      why: 'the plant has it back',
    },
    { change: { stage: 'diverted' }, is: true, why: 'it is on its way back' },
    { change: { stage: 'diverted', endedAt: at('09:30') }, is: false, why: 'it is back' },
    { change: { stage: 'cancelled', endedAt: at('08:05') }, is: false, why: 'called off' },
  ])('is $is: $why', ({ change, is }) => {
    expect(carriesConcrete({ ...onTheRoad, ...change })).toBe(is);
  });
});

describe('carriedM3Of', () => {
  it('is what was batched, less what sites took', () => {
    expect(carriedM3Of({ plannedM3: 9, batchedM3: 8.9, takenElsewhereM3: 3.4 })).toBe(5.5);
  });

  it('is what was planned while nobody has recorded the batch', () => {
    expect(carriedM3Of({ plannedM3: 9, batchedM3: null, takenElsewhereM3: 0 })).toBe(9);
  });
});
