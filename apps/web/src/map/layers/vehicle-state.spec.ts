import { vehicleStateOf } from './vehicle-state.js';

const online = {
  isViolating: false,
  isOnline: true,
  stage: null,
  fixAt: '2026-03-05T06:00:00.000Z',
};

describe('the state of a truck on the map', () => {
  it.each([
    { vehicle: online, state: 'idle', why: 'nothing to do' },
    { vehicle: { ...online, stage: 'loading' as const }, state: 'loading', why: 'under the plant' },
    {
      vehicle: { ...online, stage: 'at_site' as const },
      state: 'loaded',
      why: 'waiting, still full',
    },
    { vehicle: { ...online, stage: 'unloaded' as const }, state: 'empty', why: 'on its way back' },
    {
      vehicle: { ...online, isOnline: false, stage: 'en_route' as const },
      state: 'offline',
      why: 'silent: what it does now is not known',
    },
    {
      vehicle: { ...online, fixAt: null },
      state: 'offline',
      why: 'never heard of yet',
    },
    {
      vehicle: { ...online, isViolating: true, isOnline: false },
      state: 'violating',
      why: 'a violation outranks silence',
    },
  ])('is $state: $why', ({ vehicle, state }) => {
    expect(vehicleStateOf(vehicle)).toBe(state);
  });
});
