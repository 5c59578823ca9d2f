import {
  type DayPolicy,
  type FactCrossing,
  type FactOrder,
  type FactWay,
  wayKey,
} from './day-facts.js';
import { findStays } from './find-stays.js';
import type { ContentLoad, ContentPumpJob } from './plan-content.js';

const policy = { zoneApproachMin: 10, pumpSetupMin: 20 } as DayPolicy;
const at = (clock: string): Date => new Date(`2026-11-24T${clock}:00Z`);
const byRoad = (...crossings: FactCrossing[]): FactWay => ({
  isByRoad: true,
  crossings,
});
const order = (change: Partial<FactOrder> = {}) =>
  ({ id: 'order', zoneSet: -1, ...change }) as FactOrder;
const load = {
  orderId: 'order',
  plantId: 'north',
  loadFromAt: at('07:50').toISOString(),
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
const home = { homePlantId: 'south', endPlantId: 'south' };
const none: [string, string, FactWay][] = [];
const knownOf = (orders: FactOrder[], ways = none) => ({
  policy,
  orders,
  ways: new Map(ways.map(([from, to, zones]) => [wayKey(from, to), zones])),
});
const ofLoads = (loads: ContentLoad[], ways = none, orders = [order({ zoneSet: 4 })]) =>
  findStays(knownOf(orders, ways), { loads, pumpJobs: [] }, home);
const ofLoad = (orders: FactOrder[]) => ofLoads([load], none, orders);

describe('the time that a plan has a vehicle in zones', () => {
  it('is none where no zone is on its way', () => {
    expect(ofLoad([order()])).toEqual([]);
    expect(ofLoad([])).toEqual([]);
  });

  const out: [string, string, FactWay] = [
    'north',
    'order',
    byRoad({ zoneSet: 3, from: 0.25, to: 0.5 }),
  ];
  const home3: [string, string, FactWay] = [
    'order',
    'south',
    byRoad({ zoneSet: 3, from: 0.5, to: 1 }),
  ];

  it('is that of each part of its ways, and of its time at the site', () => {
    const other = byRoad({ zoneSet: 5, from: 0, to: 1 });

    expect(ofLoads([load], [out, home3, ['south', 'order', other]])).toEqual([
      { zoneSet: 3, from: at('08:10'), to: at('08:20') },
      { zoneSet: 4, from: at('08:40'), to: at('09:30') },
      { zoneSet: 3, from: at('09:40'), to: at('09:50') },
    ]);
  });

  it('is that of the way to where it loads next, not of the one home', () => {
    const later = {
      ...load,
      plantId: 'west',
      loadFromAt: at('10:00').toISOString(),
      loadToAt: at('10:10').toISOString(),
      arriveAt: at('10:50').toISOString(),
      leaveAt: at('11:30').toISOString(),
      backAt: at('11:50').toISOString(),
    };
    const toWest: [string, string, FactWay] = [
      'order',
      'west',
      byRoad({ zoneSet: 6, from: 0, to: 0.5 }),
    ];
    const fromWest: [string, string, FactWay] = ['west', 'order', byRoad()];

    expect(ofLoads([later, load], [out, home3, toWest, fromWest])).toEqual([
      { zoneSet: 3, from: at('08:10'), to: at('08:20') },
      { zoneSet: 4, from: at('08:40'), to: at('09:30') },
      { zoneSet: 6, from: at('09:30'), to: at('09:40') },
      { zoneSet: 4, from: at('10:50'), to: at('11:30') },
      { zoneSet: 3, from: at('11:40'), to: at('11:50') },
    ]);
  });

  it('is that of the way from its home to where it loads first', () => {
    const between: [string, string, FactWay] = [
      'south',
      'north',
      byRoad({ zoneSet: 7, from: 0, to: 0.5 }),
    ];
    const first = { ...load, setOutAt: at('07:20').toISOString() };

    expect(ofLoads([first], [between, out, home3])[0]).toEqual({
      zoneSet: 7,
      from: at('07:20'),
      to: at('07:35'),
    });
  });

  it('is longer by the approach to the site where its ways are not known', () => {
    expect(ofLoad([order({ zoneSet: 4 })])).toEqual([
      { zoneSet: 4, from: at('08:30'), to: at('09:40') },
    ]);
  });

  describe('of a pump', () => {
    const there = byRoad({ zoneSet: 3, from: 0.5, to: 1 });
    const back = byRoad({ zoneSet: 3, from: 0, to: 0.5 });
    const orders = [order({ zoneSet: 4 }), { ...order(), id: 'next' } as FactOrder];
    const ways: [string, string, FactWay][] = [
      ['south', 'order', there],
      ['order', 'south', back],
      ['order', 'next', there],
      ['next', 'south', back],
    ];
    const ofJobs = (pumpJobs: ContentPumpJob[]) =>
      findStays(knownOf(orders, ways), { loads: [], pumpJobs }, home);

    it('is that from its home to its setting up, and from its washing back as long', () => {
      expect(ofJobs([pumpJob])).toEqual([
        { zoneSet: 3, from: at('07:20'), to: at('07:40') },
        { zoneSet: 4, from: at('07:40'), to: at('11:00') },
        { zoneSet: 3, from: at('11:00'), to: at('11:20') },
      ]);
    });

    const next = {
      ...pumpJob,
      orderId: 'next',
      departAt: at('12:00').toISOString(),
      readyAt: at('13:00').toISOString(),
      leaveAt: at('15:00').toISOString(),
      backAt: at('15:10').toISOString(),
    } as ContentPumpJob;

    it('goes on until it sets out to its next site, and is that of its way there', () => {
      expect(ofJobs([next, pumpJob])).toEqual([
        { zoneSet: 3, from: at('07:20'), to: at('07:40') },
        { zoneSet: 4, from: at('07:40'), to: at('12:00') },
        { zoneSet: 3, from: at('12:20'), to: at('12:40') },
        { zoneSet: 3, from: at('15:00'), to: at('15:05') },
      ]);
    });

    it('ends as it drives on at once to wait there', () => {
      const early = {
        ...next,
        departAt: at('11:00').toISOString(),
        arriveAt: at('11:40').toISOString(),
      };

      expect(ofJobs([pumpJob, early]).slice(1, 3)).toEqual([
        { zoneSet: 4, from: at('07:40'), to: at('11:00') },
        { zoneSet: 3, from: at('11:20'), to: at('11:40') },
      ]);
    });
  });
});
