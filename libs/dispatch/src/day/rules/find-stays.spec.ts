import type { DayPolicy, FactOrder } from './day-facts.js';
import { findStays } from './find-stays.js';
import type { ContentLoad, ContentPumpJob } from './plan-content.js';

const policy = { zoneApproachMin: 10, pumpSetupMin: 20 } as DayPolicy;
const at = (clock: string): Date => new Date(`2026-11-24T${clock}:00Z`);
const byRoad = (...crossings: FactOrder['ways'][number]['out']['crossings']) => ({
  isByRoad: true,
  crossings,
});
const order = (change: Partial<FactOrder> = {}) =>
  ({ id: 'order', zoneSet: -1, ways: [], ...change }) as FactOrder;
const load = {
  orderId: 'order',
  plantId: 'north',
  loadToAt: at('08:00').toISOString(),
  arriveAt: at('08:40').toISOString(),
  leaveAt: at('09:30').toISOString(),
  backAt: at('09:50').toISOString(),
} as ContentLoad;
const pumpJob = {
  orderId: 'order',
  departAt: at('07:00').toISOString(),
  readyAt: at('08:00').toISOString(),
  leaveAt: at('11:00').toISOString(),
} as ContentPumpJob;
const ofLoad = (orders: FactOrder[]) =>
  findStays({ policy, orders }, { loads: [load], pumpJobs: [] }, 'south');

describe('the time that a plan has a vehicle in zones', () => {
  it('is none where no zone is on its way', () => {
    expect(ofLoad([order()])).toEqual([]);
    expect(ofLoad([])).toEqual([]);
  });

  it('is that of each part of its ways, and of its time at the site', () => {
    const north = {
      plantId: 'north',
      out: byRoad({ zoneSet: 3, from: 0.25, to: 0.5 }),
      back: byRoad({ zoneSet: 3, from: 0.5, to: 1 }),
    };
    const south = { plantId: 'south', out: byRoad({ zoneSet: 5, from: 0, to: 1 }), back: byRoad() };

    expect(ofLoad([order({ zoneSet: 4, ways: [south, north] })])).toEqual([
      { zoneSet: 3, from: at('08:10'), to: at('08:20') },
      { zoneSet: 4, from: at('08:40'), to: at('09:30') },
      { zoneSet: 3, from: at('09:40'), to: at('09:50') },
    ]);
  });

  it('is longer by the approach to the site where its ways are not known', () => {
    expect(ofLoad([order({ zoneSet: 4 })])).toEqual([
      { zoneSet: 4, from: at('08:30'), to: at('09:40') },
    ]);
  });

  it('is that of a pump from its home to its setting up, and from its washing back as long', () => {
    const south = {
      plantId: 'south',
      out: byRoad({ zoneSet: 3, from: 0.5, to: 1 }),
      back: byRoad({ zoneSet: 3, from: 0, to: 0.5 }),
    };
    const known = { policy, orders: [order({ zoneSet: 4, ways: [south] })] };

    expect(findStays(known, { loads: [], pumpJobs: [pumpJob] }, 'south')).toEqual([
      { zoneSet: 3, from: at('07:20'), to: at('07:40') },
      { zoneSet: 4, from: at('07:40'), to: at('11:00') },
      { zoneSet: 3, from: at('11:00'), to: at('11:20') },
    ]);
  });
});
