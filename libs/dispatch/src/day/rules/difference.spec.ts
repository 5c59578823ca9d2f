import { findDifference } from './difference.js';
import type { ContentLoad, ContentUnserved, PlanContent } from './plan-content.js';

const figures = {
  orderedM3: 20,
  servedM3: 20,
  servedPct: 100,
  ghostOrderedM3: 0,
  ghostServedM3: 0,
  loads: 2,
  trucksUsed: 2,
  lateMinPerOrder: 0,
  waitMinPerLoad: 0,
  emptyKmPerLoad: 0,
};
const load = (id: string, vehicleId: string, clock: string): ContentLoad => {
  const at = `2026-11-30T${clock}:00.000Z`;
  return {
    id,
    orderId: 'order',
    loadNo: 1,
    kind: 'concrete',
    m3: 10,
    plantId: 'plant',
    lineId: 'line',
    vehicleId,
    driverId: 'driver',
    place: 0,
    loadFromAt: at,
    loadToAt: at,
    arriveAt: at,
    dischargeFromAt: at,
    dischargeToAt: at,
    leaveAt: at,
    backAt: at,
    isPinned: false,
  };
};
const plan = (
  loads: readonly ContentLoad[],
  unserved: readonly ContentUnserved[] = [],
): PlanContent => ({
  frozenUntil: null,
  travelSource: 'estimate',
  figures,
  loads,
  pumpJobs: [],
  unserved,
  events: [],
});
const movedOf = (before: PlanContent, after: PlanContent, begun: readonly string[] = []) =>
  findDifference(before, after, new Set(begun), 10).moved.map(({ loadId }) => loadId);

const lacking = (orderId: string): ContentUnserved => ({
  orderId,
  lacks: 'load',
  loadsPlaced: 0,
  codes: {},
});

describe('what changed between two plans', () => {
  const before = plan([load('a', 'truck', '08:00'), load('b', 'truck', '09:00')]);

  it('is a load with another truck, or by more than ten minutes', () => {
    const after = plan([load('a', 'other', '08:00'), load('b', 'truck', '09:11')]);

    expect(movedOf(before, after)).toEqual(['a', 'b']);
  });

  it('is not a load by ten minutes or less, nor one that has begun', () => {
    const after = plan([load('a', 'truck', '08:10'), load('b', 'truck', '09:40')]);

    expect(movedOf(before, after, ['b'])).toEqual([]);
  });

  it('is who is served now and who no longer', () => {
    expect(
      findDifference(plan([], [lacking('one')]), plan([], [lacking('two')]), new Set(), 10),
    ).toMatchObject({ nowServed: ['one'], nowUnserved: [{ orderId: 'two' }] });
  });
});
