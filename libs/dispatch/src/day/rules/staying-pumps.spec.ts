import type { OrderId, VehicleId } from '@tongyun/kernel';
import type { FactVehicle } from './day-facts.js';
import type { ContentEvent, ContentPumpJob } from './plan-content.js';
import { findStayingPumps } from './staying-pumps.js';

const at = (clock: string): string => `2026-11-30T${clock}:00.000Z`;
const job = (id: string, departAt: string): ContentPumpJob => ({
  id,
  orderId: `order of ${id}`,
  vehicleId: 'pump',
  driverId: 'operator',
  departAt: at(departAt),
  readyAt: at(departAt),
  untilAt: at(departAt),
  leaveAt: at(departAt),
  isPinned: false,
});
const pumpJobs = [job('first', '06:00'), job('second', '10:00')];
const said = (clock: string): ContentEvent => ({
  kind: 'pump_stays',
  vehicleId: 'pump',
  orderId: 'order of first',
  at: at(clock),
  reason: '浙A1',
});

type State = 'pumping' | 'washing' | 'travelling' | 'left' | 'released';
const foundAt = (
  clock: string,
  { state = 'pumping' as State, planned = pumpJobs, events = [] as ContentEvent[] } = {},
) =>
  findStayingPumps(
    {
      now: new Date(at(clock)),
      policy: { toldAgainMin: 10 },
      vehicles: [{ id: 'pump', plateNo: '浙A1', fleetNo: null }] as FactVehicle[],
      pumpJobs: [
        {
          id: 'first',
          orderId: 'order of first' as OrderId,
          vehicleId: 'pump' as VehicleId,
          state,
        },
      ],
    },
    { pumpJobs: planned, events },
  );

describe('a pump that is still at its site', () => {
  it('is told of once it should have left for the next one some time ago', () => {
    expect(foundAt('10:09')).toEqual([]);
    expect(foundAt('10:10')).toEqual([said('10:10')]);
    expect(foundAt('10:10', { state: 'washing' })).toEqual([said('10:10')]);
  });

  it('is told of again when it stays on as long', () => {
    const events = [said('10:10')];

    expect(foundAt('10:19', { events })).toEqual([]);
    expect(foundAt('10:20', { events })).toEqual([said('10:20')]);
    expect(foundAt('10:20', { events, planned: [pumpJobs[0]!, job('second', '10:30')] })).toEqual(
      [],
    );
  });

  it.each([
    { why: 'it is on its way there yet', given: { state: 'travelling' as State } },
    { why: 'it has left', given: { state: 'left' as State } },
    { why: 'it has nothing else to do', given: { planned: [pumpJobs[0]!] } },
    { why: 'the plan does not have it there', given: { planned: [pumpJobs[1]!] } },
  ])('is not told of where $why', ({ given }) => {
    expect(foundAt('12:00', given)).toEqual([]);
  });
});
