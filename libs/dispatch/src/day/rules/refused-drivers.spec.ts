import { aLoadRow } from '../../../../../test/support/a-load-row.js';
import type { DayFacts, FactVehicle } from './day-facts.js';
import type { ContentEvent, ContentLoad, PlanContent } from './plan-content.js';
import { findArrival, findRefusal } from './refused-drivers.js';

const truck = (change: Partial<FactVehicle> = {}) =>
  ({ driverId: 'driver', clockedInAt: null, ...change }) as FactVehicle;
const day = (change: Partial<Pick<DayFacts, 'vehicles' | 'loads'>> = {}) => ({
  vehicles: [truck()],
  loads: [],
  ...change,
});
const his = { id: 'load', driverId: 'driver' } as ContentLoad;
const plan = (change: Partial<PlanContent> = {}) => ({
  loads: [his],
  pumpJobs: [],
  events: [],
  ...change,
});
const refused = { driverId: 'driver', codes: ['untrained_safety'], at: '2026-11-30T06:00:00Z' };
const told: ContentEvent = { ...refused, kind: 'driver_refused', reason: '' };
const came: ContentEvent = { kind: 'driver_came', driverId: 'driver', at: '', reason: '' };
const onDuty = truck({ clockedInAt: new Date('2026-11-30T06:30:00Z') });

describe('a driver’s refusal', () => {
  it('is told once to a plan that waits for him', () => {
    expect(findRefusal(day(), plan(), refused)).toEqual([told]);
    expect(findRefusal(day(), plan({ events: [told] }), refused)).toEqual([]);
  });

  it('is told again once he has come and is refused anew', () => {
    expect(findRefusal(day(), plan({ events: [told, came] }), refused)).toEqual([told]);
  });

  it.each([
    { why: 'he was to bring nothing', given: plan({ loads: [] }), seen: day() },
    {
      why: 'he is under way with all of it',
      given: plan(),
      seen: day({ loads: [aLoadRow({ id: 'load', state: 'on_trip' })] }),
    },
    { why: 'he is on duty on another vehicle', given: plan(), seen: day({ vehicles: [onDuty] }) },
  ])('is no news to a plan where $why', ({ given, seen }) => {
    expect(findRefusal(seen, given, refused)).toEqual([]);
  });

  it('is over when he comes, which is news where he was refused', () => {
    const arrival = (events: readonly ContentEvent[]) => findArrival({ events }, 'driver', came.at);

    expect(arrival([told])).toEqual([came]);
    expect(arrival([told, came])).toEqual([]);
    expect(arrival([])).toEqual([]);
  });
});
