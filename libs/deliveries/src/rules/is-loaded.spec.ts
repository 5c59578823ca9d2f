import { isLoadedAt } from './is-loaded.js';

const at = (clock: string) => new Date(`2026-11-23T${clock}:00Z`);
const nothing = {
  leftPlantAt: null,
  arrivedAt: null,
  unloadStartAt: null,
  unloadEndAt: null,
  endedAt: null,
};

describe('isLoadedAt', () => {
  it.each([
    { trip: {}, is: false, why: 'not left' },
    { trip: { leftPlantAt: at('09:00') }, is: true, why: 'left at that instant' },
    { trip: { leftPlantAt: at('09:01') }, is: false, why: 'leaves later' },
    { trip: { arrivedAt: at('08:30') }, is: true, why: 'leaving was not seen' },
    { trip: { leftPlantAt: at('08:00'), unloadEndAt: at('09:00') }, is: false, why: 'empty now' },
    { trip: { leftPlantAt: at('08:00'), unloadEndAt: at('09:01') }, is: true, why: 'still in' },
    { trip: { leftPlantAt: at('08:00'), endedAt: at('08:50') }, is: false, why: 'trip over' },
  ])('is $is at 09:00 ($why)', ({ trip, is }) => {
    expect(isLoadedAt({ ...nothing, ...trip }, at('09:00'))).toBe(is);
  });
});
