import type { PlanEventRequest } from '@tongyun/contracts';
import type { PlanIndex } from '../plan-index.js';
import type { Chosen } from '../plan-state.js';

type Kind = PlanEventRequest['kind'];

/** Something that may happen to what is chosen. */
export interface EventChoice {
  readonly kind: Kind;
  /** Of the vehicle, line, driver, order, load or plant that it happens to. */
  readonly id: string;
  /** Of traffic: whether the ways of a plant are slow, not of an order's site. */
  readonly isOfPlant?: boolean;
}

/** What may be told of a thing of the plan: its own troubles, and those of what serves it. */
export function eventsOf(chosen: Chosen, index: PlanIndex): EventChoice[] {
  switch (chosen.kind) {
    case 'vehicle':
      return ofVehicle(chosen.id, index);
    case 'line':
      return ofLine(chosen.id, index);
    case 'order':
      return ofOrder(chosen.id, index);
    case 'load': {
      const load = index.loads.get(chosen.id);
      if (!load) return [];
      const isOnTheWay = load.state === 'started';
      return [
        ...(isOnTheWay ? [{ kind: 'load_refused' as const, id: load.id }] : []),
        ...ofVehicle(load.vehicleId, index),
        ...downOrUp(load.lineId, index),
        ...ofOrder(load.orderId, index),
      ];
    }
    case 'pump_job': {
      const job = index.pumpJobs.get(chosen.id);
      return job ? [...ofVehicle(job.vehicleId, index), ...ofOrder(job.orderId, index)] : [];
    }
  }
}

function ofVehicle(id: string, { vehicles }: PlanIndex): EventChoice[] {
  const vehicle = vehicles.get(id);
  if (!vehicle) return [];
  const isTruck = vehicle.kind === 'mixer';
  return [
    ...(vehicle.isBrokenDown ? [{ kind: isTruck ? 'truck_up' : 'pump_up', id } as const] : []),
    { kind: isTruck ? 'truck_down' : 'pump_down', id },
    ...(vehicle.driverId === null ? [] : [{ kind: 'driver_late' as const, id: vehicle.driverId }]),
  ];
}

function ofLine(id: string, index: PlanIndex): EventChoice[] {
  const plantId = index.lines.get(id)?.plantId;
  return [
    ...downOrUp(id, index),
    ...(plantId === undefined ? [] : [{ kind: 'traffic' as const, id: plantId, isOfPlant: true }]),
  ];
}

const downOrUp = (id: string, { lines }: PlanIndex): EventChoice[] => [
  ...(lines.get(id)?.isBrokenDown ? [{ kind: 'line_up' as const, id }] : []),
  { kind: 'line_down', id },
];

const ofOrder = (id: string, { orders }: PlanIndex): EventChoice[] => [
  ...(orders.get(id)?.isStopped ? [{ kind: 'stop_over' as const, id }] : []),
  { kind: 'site_not_ready', id },
  { kind: 'rain_stop', id },
  { kind: 'traffic', id },
];

export interface EventFields {
  /** Null: for the rest of the day, where the event may last so long. */
  readonly until: Date | null;
  /** Of traffic, and of what works again: from when; null: from now on. */
  readonly from: Date | null;
  readonly reason: string;
  /** Of traffic: what travel is multiplied by. */
  readonly factor: number;
  readonly where: Where;
}

/** Of traffic: all ways to and from a place, and what lies around it, or those between a site and a plant. */
export type Where =
  | { readonly kind: 'here' }
  | { readonly kind: 'around'; readonly withinKm: number }
  | { readonly kind: 'between'; readonly plantId: string };

const M_PER_KM = 1_000;

/** The event as the server is told of it; null while it lacks an end that it has to have. */
export function toEventRequest(
  { kind, id, isOfPlant = false }: EventChoice,
  { until, from, reason, factor, where }: EventFields,
): PlanEventRequest | null {
  switch (kind) {
    case 'truck_down':
    case 'pump_down':
      return { kind, vehicleId: id, until, reason };
    case 'line_down':
      return { kind, lineId: id, until, reason };
    case 'truck_up':
    case 'pump_up':
      return { kind, vehicleId: id, ...(from && { from }), reason };
    case 'line_up':
      return { kind, lineId: id, ...(from && { from }), reason };
    case 'stop_over':
      return { kind, orderId: id, ...(from && { from }), reason };
    case 'load_refused':
      return { kind, loadId: id, reason };
    case 'driver_late':
      return until && { kind, driverId: id, until, reason };
    case 'site_not_ready':
    case 'rain_stop':
      return until && { kind, orderId: id, until, reason };
    case 'traffic': {
      const of = isOfPlant ? { plantId: id } : { orderId: id };
      const said = { factor, ...(from && { from }), reason };
      return until && { kind, ...of, ...toExtent(where), ...said, until };
    }
  }
}

function toExtent(where: Where): { withinM?: number; plantId?: string } {
  switch (where.kind) {
    case 'here':
      return {};
    case 'around':
      return { withinM: Math.round(where.withinKm * M_PER_KM) };
    case 'between':
      return { plantId: where.plantId };
  }
}

/** Whether something is said to work again, or to go on. */
export const isUp = (kind: Kind): boolean =>
  kind === 'truck_up' || kind === 'pump_up' || kind === 'line_up' || kind === 'stop_over';

/** Whether an event may last for the rest of the day. */
export const mayLastAllDay = (kind: Kind): boolean =>
  kind === 'truck_down' || kind === 'pump_down' || kind === 'line_down';
