import type { DayProblem } from '@tongyun/solver';
import { aDay, anOrder, aPump, aTruck } from '../../../../../test/support/a-day.js';
import type { FixedLoad } from './begun.js';
import { holdNothing, type Held } from './held.js';
import { letGo } from './let-go.js';
import type { ContentLoad, ContentPumpJob } from './plan-content.js';

const HOUR = 3_600;
const fixed = (loadId: string, truck: number, fromSec: number): FixedLoad => ({
  loadId,
  truck,
  plant: 0,
  line: 0,
  place: 0,
  m3: 10,
  kind: 'concrete',
  refusedM3: 0,
  isHeld: true,
  loadFromSec: fromSec,
  loadToSec: fromSec + 420,
  arriveSec: fromSec + 1_620,
  dischargeFromSec: fromSec + 1_620,
  dischargeToSec: fromSec + 2_640,
  leaveSec: fromSec + 2_820,
});
const row = ({ loadId: id, dischargeFromSec }: FixedLoad, orderId: string) =>
  ({
    id,
    orderId,
    dischargeFromAt: new Date(dischargeFromSec * 1_000).toISOString(),
  }) as ContentLoad;
const pump = (id: string, orderId: string, isPinned = false) =>
  ({ id, orderId, isPinned }) as ContentPumpJob;

describe('what people hold of a day', () => {
  const pour = [fixed('first', 0, 3 * HOUR), fixed('second', 1, 3.3 * HOUR)];
  const third = fixed('third', 2, 3.6 * HOUR);
  const other = [fixed('other', 3, 5 * HOUR)];
  const fixedLoads = [[...pour, third], other];
  const held: Held = {
    ...holdNothing({ loads: [] }),
    loads: [...[...pour, third].map((load) => row(load, 'pour')), row(other[0]!, 'other')],
    pumpJobs: [pump('of pour', 'pour'), pump('of other', 'other')],
  };
  const facts = { orders: [{ id: 'pour' }, { id: 'other' }] };
  const startedPumps = [{ pump: 0, readySec: 2 * HOUR, washSec: 1_200, isHeld: true }];
  const day = aDay({
    trucks: Array.from({ length: 4 }, () => aTruck()),
    pumps: [aPump()],
    orders: [
      anOrder({ started: fixedLoads[0]!, pumps: 1, startedPumps }),
      anOrder({ started: other }),
    ],
  });
  const leftOf = (change: Partial<DayProblem>, of = held) => {
    const left = letGo({ problem: { ...day, ...change }, facts, fixedLoads }, of);
    return left && [...left.loads, ...left.pumpJobs].map(({ id }) => id);
  };
  const suspended = (...trucks: number[]) => ({
    trucks: day.trucks.map((truck, index) =>
      trucks.includes(index) ? { ...truck, forbidden: ['suspended'] } : truck,
    ),
  });

  it('stays held while no rule stands against it', () => {
    expect(leftOf({})).toBeNull();
  });

  it('is let go from the first load on that cannot be, in that pour alone', () => {
    expect(leftOf(suspended(1))).toEqual(['first', 'other', 'of pour', 'of other']);
    expect(leftOf({ nowSec: 4 * HOUR })).toEqual(['other', 'of other']);
  });

  it('keeps a pump that is pinned itself', () => {
    const pinned = { ...held, pumpJobs: [pump('of pour', 'pour', true)] };

    expect(leftOf(suspended(0), pinned)).toEqual(['other', 'of pour']);
  });

  it('is let go with the pump that cannot come', () => {
    expect(leftOf({ pumps: [aPump({ forbidden: ['suspended'] })] })).toEqual(['other', 'of other']);
  });
});
