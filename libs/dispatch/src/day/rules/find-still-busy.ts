import type { DayLoadRow, DayOrderRow, DayPumpJobRow, DayWork } from '@tongyun/deliveries';
import { wgs84 } from '@tongyun/geo';
import { addSeconds, secondsBetween } from '@tongyun/kernel';
import type { FactBefore } from './day-facts.js';
import { isGhost } from './ghost.js';
import type { ContentLoad, PlanContent } from './plan-content.js';

/** What a load of the day before takes, by its plan or by what its driver was told, and how far it is. */
interface Taking {
  readonly vehicleId: string;
  readonly lineId: string | null;
  readonly place: number;
  readonly loadFrom: Date | null;
  readonly loadTo: Date;
  readonly dischargeFrom: Date;
  readonly dischargeTo: Date;
  /** From the end of discharge until its truck is at a plant again, seconds. */
  readonly backSec: number;
}

const UNDER_WAY: readonly string[] = ['on_trip', 'delivered', 'returned_part'];

/**
 * What of the day before still takes trucks, pumps, lines and places of a day: all that is under way,
 * or is still to come, and is not over when the day begins. What was to have begun by now and has not
 * does not count, nor what waits for a call and was told to nobody.
 *
 * @param plan the newest plan of the day before; null: nobody planned it
 * @param from when the day begins
 */
export function findStillBusy(
  { orders, loads, pumpJobs }: Pick<DayWork, 'orders' | 'loads' | 'pumpJobs'>,
  plan: Pick<PlanContent, 'loads' | 'pumpJobs'> | null,
  { from, now }: { readonly from: Date; readonly now: Date },
): FactBefore {
  const rows = new Map(loads.map((load) => [load.id, load]));
  const planned = new Map((plan?.loads ?? []).map((load) => [load.id, load]));
  const ids = new Set([...rows.keys(), ...planned.keys()]);
  const orderOf = new Map<string, DayOrderRow>(orders.map((order) => [order.id, order]));
  const taking = [...ids].flatMap((id) => {
    const [row, own] = [rows.get(id), planned.get(id)];
    const order = orderOf.get(row?.orderId ?? own?.orderId ?? '');
    if (!order || (isGhost(order) && !isTold(row))) return [];
    const taken = takingOf(row, own, now);
    return taken ? [{ ...taken, order }] : [];
  });
  const isLate = (at: Date): boolean => at > from;
  const pumpsBack = (plan?.pumpJobs ?? []).flatMap(({ id, orderId, vehicleId, ...job }) => {
    const row = pumpJobs.find((one) => one.id === id);
    const order = orderOf.get(orderId);
    if (order && isGhost(order) && !isTold(row)) return [];
    const isOver = row?.state === 'left' || new Date(job.untilAt) <= now;
    const waySec = Math.max(0, secondsBetween(new Date(job.departAt), new Date(job.readyAt)));
    return isOver ? [] : [{ vehicleId, freeAt: addSeconds(new Date(job.leaveAt), waySec) }];
  });
  const trucksBack = taking.map(({ vehicleId, dischargeTo, backSec }) => {
    return { vehicleId, freeAt: addSeconds(dischargeTo, backSec) };
  });
  return {
    vehicles: [...trucksBack, ...pumpsBack].filter(({ freeAt }) => isLate(freeAt)),
    lines: taking.flatMap(({ lineId, loadFrom, loadTo }) =>
      lineId !== null && loadFrom !== null && isLate(loadTo)
        ? [{ lineId, from: loadFrom, to: loadTo }]
        : [],
    ),
    discharges: taking.flatMap(({ order, place, dischargeFrom, dischargeTo }) =>
      isLate(dischargeTo) && order.placingMethod === 'chute'
        ? [
            {
              siteId: order.siteId,
              position: wgs84(order.siteLng, order.siteLat),
              place,
              from: dischargeFrom,
              to: dischargeTo,
            },
          ]
        : [],
    ),
  };
}

/**
 * When trucks are back that are out for orders of a later day: sent on to one, or loaded for the first of its
 * pours before this day is over. Never before now.
 *
 * @param loads that they are out with
 */
export const findBackFromLater = (
  loads: readonly DayLoadRow[],
  now: Date,
): FactBefore['vehicles'] =>
  loads.flatMap((row) => {
    const taken = begunTaking(row, undefined, now);
    if (taken === null) return [];
    const backAt = addSeconds(taken.dischargeTo, taken.backSec);
    return [{ vehicleId: taken.vehicleId, freeAt: backAt > now ? backAt : now }];
  });

/** Whether somebody was told of a load or pump job, or has begun it. */
const isTold = (row: Pick<DayLoadRow | DayPumpJobRow, 'state'> | undefined): boolean =>
  row !== undefined && row.state !== 'planned';

/** Null when it takes nothing any more, or never did. */
function takingOf(
  row: DayLoadRow | undefined,
  own: ContentLoad | undefined,
  now: Date,
): Taking | null {
  const hasBegun = row !== undefined && UNDER_WAY.includes(row.state);
  if (row !== undefined && row.endedAt !== null) return null;
  if (hasBegun) return begunTaking(row, own, now);
  if (own === undefined) return row === undefined ? null : toldTaking(row, now);
  if (new Date(own.loadToAt) <= now) return null;
  return {
    vehicleId: own.vehicleId,
    lineId: own.lineId,
    place: own.place,
    loadFrom: new Date(own.loadFromAt),
    loadTo: new Date(own.loadToAt),
    dischargeFrom: new Date(own.dischargeFromAt),
    dischargeTo: new Date(own.dischargeToAt),
    backSec: secondsBetween(new Date(own.dischargeToAt), new Date(own.backAt)),
  };
}

/** A load that somebody was told of without a plan: back no later than it took him to be done there. */
function toldTaking(row: DayLoadRow, now: Date): Taking | null {
  const { vehicleId, startsAt, endsAt, state } = row;
  if (state !== 'released' || vehicleId === null || startsAt === null || endsAt === null) {
    return null;
  }
  if (startsAt <= now) return null;
  return {
    vehicleId,
    lineId: null,
    place: 0,
    loadFrom: null,
    loadTo: startsAt,
    dischargeFrom: startsAt,
    dischargeTo: endsAt,
    backSec: secondsBetween(startsAt, endsAt),
  };
}

/** What is known of a load under way, and what is not is never before now. */
function begunTaking(row: DayLoadRow, own: ContentLoad | undefined, now: Date): Taking | null {
  const { vehicleId, startsAt, endsAt } = row;
  if (vehicleId === null || startsAt === null || endsAt === null) return null;
  const isStillThere = (known: Date | null, planned: Date): Date =>
    known ?? (planned > now ? planned : now);
  const loadTo = isStillThere(row.leftPlantAt, startsAt);
  const dischargeTo = isStillThere(row.unloadEndAt, own ? new Date(own.dischargeToAt) : endsAt);
  const lastsSec = own
    ? secondsBetween(new Date(own.dischargeFromAt), new Date(own.dischargeToAt))
    : 0;
  return {
    vehicleId,
    lineId: own?.lineId ?? null,
    place: own?.place ?? 0,
    loadFrom: own ? new Date(own.loadFromAt) : null,
    loadTo,
    dischargeFrom: row.unloadStartAt ?? addSeconds(dischargeTo, -lastsSec),
    dischargeTo,
    backSec: own
      ? secondsBetween(new Date(own.dischargeToAt), new Date(own.backAt))
      : secondsBetween(startsAt, endsAt),
  };
}
