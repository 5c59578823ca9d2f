import { groupBy } from '@tongyun/kernel';
import { eventKey } from './event-key.js';
import { findOutages, type Outage } from './find-outages.js';
import { findStops } from './find-stops.js';
import { type Held, linesOf } from './held.js';
import type {
  ContentEvent,
  ContentLoad,
  ContentPumpJob,
  PlanContent,
  TrafficEvent,
} from './plan-content.js';
import { isTurnedAway } from './refused-drivers.js';

/**
 * What a new plan has to leave alone: what is pinned, what loads before the freeze, and what comes before
 * either, or before a load that was given by hand, in the same pour; the pump of such a pour with it. A pin on a vehicle that is down,
 * on a line that is, at a site that takes nothing, or for a driver who may not begin, holds no longer;
 * it does again on what works again by the time of the last event. At a pour whose pump broke down or is
 * late it does once the plan has been mended around that.
 *
 * @param byHand loads that were given by hand; none, unless told otherwise
 */
export function findHeld(
  content: Pick<PlanContent, 'loads' | 'pumpJobs' | 'frozenUntil' | 'events'>,
  events: readonly ContentEvent[],
  byHand: ReadonlySet<string> = new Set(),
): Held {
  const { loads, pumpJobs, frozenUntil } = content;
  const isDown = isHit(events, new Set(content.events.map(eventKey)));
  const isFrozen = (load: ContentLoad): boolean =>
    frozenUntil !== null && Date.parse(load.loadFromAt) < Date.parse(frozenUntil);
  const held = [...groupBy(loads, ({ orderId }) => orderId).values()].flatMap((own) => {
    const inTurn = own.toSorted((one, other) =>
      one.dischargeFromAt.localeCompare(other.dischargeFromAt),
    );
    const broken = inTurn.findIndex(isDown);
    const sound = broken < 0 ? inTurn : inTurn.slice(0, broken);
    const last = sound.findLastIndex(
      (load) => load.isPinned || isFrozen(load) || byHand.has(load.id),
    );
    return sound.slice(0, last + 1);
  });
  const heldOrders = new Set(held.map(({ orderId }) => orderId));
  return {
    loads: held,
    pumpJobs: pumpJobs.filter(
      (job) => (job.isPinned || heldOrders.has(job.orderId)) && !isDown(job),
    ),
    unasked: new Set(),
    lineOf: linesOf(loads),
  };
}

/** @param known what the plan has been mended around already */
function isHit(
  events: readonly ContentEvent[],
  known: ReadonlySet<string>,
): (item: ContentLoad | ContentPumpJob) => boolean {
  const lastAt = events.at(-1)?.at ?? '';
  const outages = findOutages(events);
  const stops = findStops(events);
  return (item) =>
    outages.some((outage) => isCutOff(outage, item, lastAt)) ||
    stops.some((stop) => stop.orderId === item.orderId && isBefore(stop.until, item, lastAt)) ||
    events.some((event) => {
      switch (event.kind) {
        case 'pump_down': {
          return event.atOrderId === item.orderId && !known.has(eventKey(event));
        }
        case 'pump_late': {
          return event.orderId === item.orderId && !known.has(eventKey(event));
        }
        case 'driver_refused': {
          return isTurnedAway(events, item.driverId) && event.driverId === item.driverId;
        }
        case 'driver_late': {
          return event.driverId === item.driverId;
        }
        case 'truck_down':
        case 'line_down':
        case 'pumps_fewer':
        case 'truck_up':
        case 'pump_up':
        case 'line_up':
        case 'driver_came':
        case 'pump_stays':
        case 'site_not_ready':
        case 'rain_stop':
        case 'stop_over':
        case 'load_refused':
        case 'order_added':
        case 'order_grown':
        case 'order_cut':
        case 'order_paced':
        case 'order_refused':
        case 'order_diverted':
        case 'order_called':
        case 'order_quotas':
        case 'order_resumed': {
          return false;
        }
        case 'traffic': {
          return isCaught(event, item);
        }
        case 'order_held':
        case 'order_cancelled': {
          return event.orderId === item.orderId && !goesOn(events, event);
        }
      }
    });
}

/** Whether a load or pump job is of a vehicle or line that is down, or was when it was to begin. */
function isCutOff(
  { itemId, until }: Outage,
  item: ContentLoad | ContentPumpJob,
  lastAt: string,
): boolean {
  const isOfIt = item.vehicleId === itemId || ('lineId' in item && item.lineId === itemId);
  return isOfIt && (until === null || isBefore(until, item, lastAt));
}

/**
 * Whether what is to be waited for lasts until after the last event, or the beginning of a load or pump job. While
 * it lasts nobody has looked yet whether that is where it is wanted when it is over.
 */
const isBefore = (until: string, item: ContentLoad | ContentPumpJob, lastAt: string): boolean =>
  until > lastAt || ('loadFromAt' in item ? item.loadFromAt : item.departAt) < until;

/** Whether a jam that is known by an order or a plant lasts while the way of a load or pump there does. */
function isCaught(jam: TrafficEvent, item: ContentLoad | ContentPumpJob): boolean {
  const [fromAt, toAt] =
    'loadToAt' in item ? [item.loadToAt, item.backAt] : [item.departAt, item.leaveAt];
  const isThere =
    (jam.orderId === undefined || jam.orderId === item.orderId) &&
    (jam.plantId === undefined || ('plantId' in item && jam.plantId === item.plantId));
  return isThere && fromAt < jam.until && (jam.from ?? jam.at) < toAt;
}

/** Whether an order that was held has gone on since. */
const goesOn = (
  events: readonly ContentEvent[],
  held: ContentEvent & { orderId: string },
): boolean =>
  events.some(
    (event) =>
      (event.kind === 'order_resumed' || event.kind === 'order_called') &&
      event.orderId === held.orderId &&
      event.at > held.at,
  );
