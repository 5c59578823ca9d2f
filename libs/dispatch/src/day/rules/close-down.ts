import {
  type DayOrder,
  type DayProblem,
  type DayVehicle,
  remainingM3,
  type Span,
} from '@tongyun/solver';
import type { FixedLoad } from './begun.js';
import { breakOff, lastBegunSec } from './break-off.js';
import { afterBrokenPump } from './broken-pumps.js';
import { type DayFacts, type FactVehicle, secOf } from './day-facts.js';
import { withFewerPumps } from './fewer-pumps.js';
import { findOutages } from './find-outages.js';
import { findStops } from './find-stops.js';
import type { ContentEvent } from './plan-content.js';
import { findBackFromElsewhere } from './pump-elsewhere.js';
import { lacksItsDriver } from './refused-drivers.js';

interface Vehicles {
  readonly trucks: readonly FactVehicle[];
  readonly pumps: readonly FactVehicle[];
}

/** The problem after what happened: who is down, which line is closed, which site takes nothing. */
export function closeDown(
  problem: DayProblem,
  facts: DayFacts,
  { trucks, pumps }: Vehicles,
  events: readonly ContentEvent[],
  fixed: readonly (readonly FixedLoad[])[],
): DayProblem {
  const untilOf = (event: { readonly until: string | null }): number =>
    event.until === null ? Infinity : secOf(facts, event.until);
  const outages = findOutages(events);
  const stops = findStops(events);
  const down = (vehicle: FactVehicle): { code: string; untilSec: number }[] => [
    ...(lacksItsDriver(events, vehicle) ? [{ code: 'driver_refused', untilSec: Infinity }] : []),
    ...outages.flatMap((outage) =>
      outage.itemId === vehicle.id ? [{ code: 'broken_down', untilSec: untilOf(outage) }] : [],
    ),
    ...events.flatMap((event) => {
      if (event.kind !== 'driver_late' || event.driverId !== vehicle.driverId) return [];
      return [{ code: 'driver_late', untilSec: untilOf(event) }];
    }),
  ];
  return {
    ...problem,
    trucks: problem.trucks.map((truck, index) => withoutHours(truck, down(trucks[index]!))),
    pumps: problem.pumps.map((pump, index) => {
      const vehicle = pumps[index]!;
      return withoutHours(pump, [...down(vehicle), ...elsewhere(facts, vehicle)]);
    }),
    plants: problem.plants.map((plant) => ({
      ...plant,
      lines: plant.lines.map((line) => ({
        ...line,
        closed: [...line.closed, ...closedSpans(facts, line.id, events, plant.open.toSec)],
      })),
    })),
    orders: problem.orders.map((order, index) => {
      const stopped = stops.flatMap(({ orderId, until }) =>
        orderId === order.id ? [secOf(facts, until)] : [],
      );
      const held = events.flatMap((event) =>
        event.kind === 'order_resumed' && event.orderId === order.id
          ? [secOf(facts, event.at)]
          : [],
      );
      const open = shutUntil(order, Math.max(-Infinity, ...stopped));
      // What a truck took elsewhere is missing from then on, as what was refused is.
      const { sentOnAt = null } = facts.orders.find(({ id }) => id === order.id) ?? {};
      const sentOnSec = sentOnAt === null ? -Infinity : secOf(facts, sentOnAt);
      const goesOn = breakOff(open, Math.max(sentOnSec, ...held));
      const refused = afterRefusals(facts, fixed[index]!, goesOn, events);
      return afterBrokenPump(facts, withFewerPumps(refused, events), events);
    }),
  };
}

/** What keeps a pump until it is back from a job of another day. */
const elsewhere = (facts: DayFacts, { id }: FactVehicle) =>
  facts.pumpsNow.flatMap((pump) => {
    const backAt = pump.vehicleId === id ? findBackFromElsewhere(facts, pump) : null;
    return backAt === null ? [] : [{ code: 'at_another_job', untilSec: secOf(facts, backAt) }];
  });

/**
 * When a line does not load because of what happened to it.
 *
 * @param closesSec when its plant does not load any more: nobody said when it will again
 */
export const closedSpans = (
  facts: DayFacts,
  lineId: string,
  events: readonly ContentEvent[],
  closesSec: number,
): Span[] =>
  findOutages(events).flatMap(({ itemId, event, until }) => {
    if (itemId !== lineId) return [];
    const toSec = until === null ? closesSec : secOf(facts, until);
    return [{ fromSec: secOf(facts, event.at), toSec }];
  });

/** Out until a time, or for the day; what it had begun before stays as it is. */
function withoutHours<Vehicle extends DayVehicle>(
  vehicle: Vehicle,
  outages: readonly { readonly code: string; readonly untilSec: number }[],
): Vehicle {
  let { duty, forbidden } = vehicle;
  for (const { code, untilSec } of outages) {
    if (untilSec >= duty.toSec) forbidden = [...new Set([...forbidden, code])];
    else if (untilSec > duty.fromSec) duty = { ...duty, fromSec: untilSec };
  }
  return { ...vehicle, duty, forbidden };
}

/** A pour that is stopped goes on when it may; what lies there is the site's to care for. */
function shutUntil(order: DayOrder, untilSec: number): DayOrder {
  if (untilSec <= order.open.fromSec) return order;
  const windowSec = order.firstToSec - order.firstFromSec;
  const firstFromSec = Math.max(order.firstFromSec, untilSec);
  const shut = {
    ...order,
    open: { fromSec: untilSec, toSec: Math.max(order.open.toSec, untilSec) },
    firstFromSec,
    firstToSec: Math.max(order.firstToSec, firstFromSec + windowSec),
  };
  return breakOff(shut, untilSec);
}

/**
 * What a site sent back is to be brought again. The hole of a whole load is there already, until something
 * comes after it: what is missing comes as soon as it can, rather than not at all. A part is missing only
 * where nothing else was left to bring: the rest of the pour follows what was taken of the load.
 */
function afterRefusals(
  facts: DayFacts,
  fixed: readonly FixedLoad[],
  order: DayOrder,
  events: readonly ContentEvent[],
): DayOrder {
  const refusedSec = new Map(
    events.flatMap((event): [string, number][] =>
      event.kind === 'load_refused' ? [[event.loadId, secOf(facts, event.at)]] : [],
    ),
  );
  const started = fixed.map((load) => {
    const sec = refusedSec.get(load.loadId);
    return sec === undefined || sec < inHandSec(facts, load) ? load : refuseAt(load, sec);
  });
  const taken = started.filter((load) => load.refusedM3 === 0 || isPart(load));
  const asTaken = taken.map((load) => ({ ...load, refusedM3: 0 }));
  const isAllBrought = remainingM3({ ...order, started: asTaken }) === 0;
  const lacking = started.filter((load) => load.refusedM3 > 0 && (isAllBrought || !isPart(load)));
  return breakOff({ ...order, started }, lastBegunSec({ started: lacking }));
}

/**
 * From when a load is in the hands of the truck that has it. One that is brought again keeps its id: what was
 * said of it before is of another truck. Who begins hours before his turn waits there, and has it all the same.
 */
function inHandSec(facts: DayFacts, { loadId, loadFromSec }: FixedLoad): number {
  const startedAt = facts.loads.find(({ id }) => id === loadId)?.startedAt ?? null;
  return startedAt === null ? loadFromSec : Math.min(loadFromSec, secOf(facts, startedAt));
}

const isPart = ({ m3, refusedM3 }: FixedLoad): boolean => refusedM3 > 0 && refusedM3 < m3;

/** A load that goes on to nobody: it takes no place at the site from when that refused it. */
function refuseAt(load: FixedLoad, sec: number): FixedLoad {
  const endSec = Math.max(load.arriveSec, sec);
  const dischargeToSec = Math.min(load.dischargeToSec, endSec);
  return {
    ...load,
    refusedM3: load.m3,
    dischargeFromSec: Math.min(load.dischargeFromSec, endSec),
    dischargeToSec,
    leaveSec: load.leaveSec - (load.dischargeToSec - dischargeToSec),
  };
}
