import type { DayPlanView, PlannedLoadView, PlannedPumpJobView } from '@tongyun/contracts';

/** An instant of the day that the examples of the specs are about. */
export const at = (clock: string): string => `2026-03-05T${clock}:00+08:00`;

const minutesAfter = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString();

/** A load whose trip takes an hour and a half from a clock time. */
export function aLoad(id: string, from: string, over: Partial<PlannedLoadView> = {}) {
  const fromAt = at(from);
  return {
    id,
    orderId: 'order-1',
    loadNo: 1,
    kind: 'concrete' as const,
    m3: 10,
    plantId: 'plant-1',
    lineId: 'line-1',
    vehicleId: 'truck-1',
    driverId: 'driver-1',
    place: 0,
    loadFromAt: fromAt,
    loadToAt: minutesAfter(fromAt, 10),
    arriveAt: minutesAfter(fromAt, 40),
    dischargeFromAt: minutesAfter(fromAt, 40),
    dischargeToAt: minutesAfter(fromAt, 60),
    leaveAt: minutesAfter(fromAt, 64),
    backAt: minutesAfter(fromAt, 90),
    state: 'planned' as const,
    isPinned: false,
    ...over,
  };
}

export const aPumpJob = (
  id: string,
  over: Partial<PlannedPumpJobView> = {},
): PlannedPumpJobView => ({
  id,
  orderId: 'order-1',
  vehicleId: 'pump-1',
  driverId: 'driver-9',
  departAt: at('06:00'),
  readyAt: at('07:00'),
  untilAt: at('11:00'),
  leaveAt: at('11:30'),
  state: 'planned',
  stage: null,
  stageAt: null,
  isPinned: false,
  ...over,
});

export const aVehicle = (
  id: string,
  over: Partial<DayPlanView['vehicles'][number]> = {},
): DayPlanView['vehicles'][number] => ({
  id,
  kind: 'mixer',
  plateNo: null,
  fleetNo: id,
  drumM3: 12,
  use: 'own',
  driverId: `driver of ${id}`,
  driverName: '王师傅',
  dutyFromAt: at('05:00'),
  dutyToAt: at('22:00'),
  homePlantId: null,
  endPlantId: null,
  isHomeStated: false,
  isBrokenDown: false,
  reasons: [],
  ...over,
});

export const anOrder = (
  id: string,
  over: Partial<DayPlanView['orders'][number]> = {},
): DayPlanView['orders'][number] => ({
  id,
  orderNo: id,
  siteId: 'site-1',
  siteName: '一号工地',
  sitePosition: { lng: 120, lat: 30 },
  grade: 'C30',
  state: 'firm',
  priority: 'committed',
  isGhost: false,
  orderedM3: 30,
  deliveredM3: 0,
  firstOnSiteAt: at('08:00'),
  isSiteReady: true,
  isStopped: false,
  pumpsNeeded: 0,
  pourKind: null,
  gapMaxMin: null,
  retarderMin: null,
  lastLoad: null,
  ...over,
});

const figures = {
  orderedM3: 30,
  servedM3: 30,
  servedPct: 100,
  ghostOrderedM3: 0,
  ghostServedM3: 0,
  loads: 3,
  trucksUsed: 2,
  lateMinPerOrder: 0,
  waitMinPerLoad: 0,
  emptyKmPerLoad: 5,
};

/** A small day: one order, one line, two trucks, one pump. */
export const aPlan = (over: Partial<DayPlanView> = {}): DayPlanView => ({
  id: 'plan-1',
  enterpriseId: 'enterprise-1',
  operatingOn: '2026-03-05',
  revision: 1,
  releasedRevision: null,
  frozenUntil: null,
  fromAt: at('04:00'),
  toAt: minutesAfter(at('04:00'), 1_440),
  durations: null,
  travelSource: 'estimate',
  figures,
  loads: [],
  pumpJobs: [],
  pumpRuns: [],
  queueJumps: [],
  unserved: [],
  changes: [],
  behind: [],
  orders: [anOrder('order-1')],
  vehicles: [
    aVehicle('truck-1'),
    aVehicle('truck-2'),
    aVehicle('pump-1', { kind: 'boom_pump', drumM3: null }),
  ],
  lines: [
    {
      id: 'line-1',
      plantId: 'plant-1',
      plantName: '一号站',
      name: '1号线',
      rateM3PerHour: 120,
      closed: [],
      isBrokenDown: false,
    },
  ],
  ...over,
});
