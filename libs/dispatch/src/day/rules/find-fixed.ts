import { type TravelTable, travelSec } from '@tongyun/solver';
import {
  type FixedLoad,
  type FixedPump,
  hasBegun,
  hasCome,
  hasLeft,
  lastReadySec,
  placesOf,
  plannedAs,
  toFixedLoad,
  toFixedPump,
} from './begun.js';
import { isTakenOver } from './broken-pumps.js';
import { type DayFacts, type FactVehicle, secOf } from './day-facts.js';
import { findGivenByHand, isNoVisitYet } from './given-by-hand.js';
import type { Held } from './held.js';
import { isStillToLeave } from './late-pumps.js';
import type { ContentEvent, ContentLoad } from './plan-content.js';
import { isToPrime, toSentBack } from './sent-back.js';
import { sitesOf } from './sites-of-orders.js';
import { spreadOverLines } from './spread-over-lines.js';
import { spreadOverPlaces } from './spread-over-places.js';
import { waitForTrucks } from './wait-for-trucks.js';

interface Vehicles {
  readonly trucks: readonly FactVehicle[];
  readonly pumps: readonly FactVehicle[];
}

/**
 * By order, what is no choice: what has begun or was given by hand, then what is held, in order of discharge; and the pumps that
 * were there and have driven away, through which nothing goes any more.
 */
export function findFixed(
  facts: DayFacts,
  travel: TravelTable,
  { trucks, pumps }: Vehicles,
  held: Held,
  events: readonly ContentEvent[],
): { loads: FixedLoad[][]; pumps: FixedPump[][]; pumpsGone: FixedPump[][] } {
  const plantAt = (id: string | null) => facts.plants.findIndex((plant) => plant.id === id);
  const truckAt = (id: string | null) => trucks.findIndex((truck) => truck.id === id);
  const pumpAt = (id: string | null) => pumps.findIndex((pump) => pump.id === id);

  const byHand = findGivenByHand(facts, events);
  const askedOf = ({ orderId }: { readonly orderId: string }): { readonly isHeld?: true } =>
    held.unasked.has(orderId) ? {} : { isHeld: true };

  /** From where it starts the day: that is where it has not left. */
  const wayOf = (pump: number, order: number): number => {
    const home = Math.max(0, plantAt(pumps[pump]!.homePlantId));
    return travelSec(travel, home, facts.plants.length + order, secOf(facts, facts.now));
  };

  const setOut = facts.orders.map((order, index) =>
    facts.pumpJobs.flatMap((job) => {
      const pump = pumpAt(job.vehicleId);
      const isSettled = hasLeft(job, facts.now) || byHand.has(job.id);
      if (job.orderId !== order.id || pump < 0 || !isSettled) return [];
      if (isTakenOver(events, job, facts.now)) return [];
      const wayLeftSec = isStillToLeave(events, job) ? wayOf(pump, index) : null;
      const isGone = job.state === 'left';
      return [{ isGone, fixed: toFixedPump(facts, job, pump, wayLeftSec) }];
    }),
  );
  const pumpsWhere = (index: number, gone: boolean): FixedPump[] =>
    setOut[index]!.flatMap(({ isGone, fixed }) => (isGone === gone ? [fixed] : []));
  const standing = facts.orders.map((order, index) => {
    const there = pumpsWhere(index, false);
    const washSec = facts.policy.pumpTeardownMin * 60;
    const kept = held.pumpJobs.flatMap((job) => {
      const pump = pumpAt(job.vehicleId);
      const isKnown =
        there.some((one) => one.jobId === job.id || one.pump === pump) ||
        pumpsWhere(index, true).some((one) => one.pump === pump);
      if (job.orderId !== order.id || pump < 0 || isKnown) return [];
      const readySec = secOf(facts, job.readyAt);
      return [{ jobId: job.id, pump, readySec, washSec, ...askedOf(job) }];
    });
    return [...there, ...kept].slice(0, Math.max(1, there.length, order.pumpsAtSite));
  });

  const isSettled = (load: DayFacts['loads'][number]): boolean =>
    hasBegun(load) || (byHand.has(load.id) && !isNoVisitYet(facts, load));
  const stillTheirs = facts.orders.map((order, index) =>
    facts.loads.flatMap((load) => {
      const [truck, plant] = [truckAt(load.vehicleId), plantAt(load.plantId)];
      const isOne = load.orderId === order.id && isSettled(load) && truck >= 0 && plant >= 0;
      // Its truck has gone on with the rest, or back: what was taken is no visit of such a load.
      if (!isOne || (load.state === 'returned_part' && !hasCome(load))) return [];
      const place = facts.plants.length + index;
      const leaveSec = secOf(facts, load.startsAt ?? facts.now);
      const waySec = travelSec(travel, plant, place, leaveSec);
      const pumpsReadySec = lastReadySec(standing[index]!);
      return [toFixedLoad(facts, order, load, { truck, plant, waySec, pumpsReadySec })];
    }),
  );
  const sentBack = facts.orders.map((order, index) =>
    facts.returns.flatMap((row) => {
      const [truck, plant] = [truckAt(row.vehicleId), plantAt(row.plantId)];
      const isOne = row.orderId === order.id && truck >= 0 && plant >= 0;
      if (!isOne || isToPrime(facts, order.id)) return [];
      const at = secOf(facts, row.sentBackAt);
      const waySec = travelSec(travel, facts.plants.length + index, plant, at);
      return [toSentBack(facts, row, { truck, plant, waySec })];
    }),
  );
  const begunOf = stillTheirs.map((own, index) => [...own, ...sentBack[index]!]);
  const lineOf = spreadOverLines(facts.plants, begunOf.flat(), held.lineOf);
  const sites = sitesOf(facts.orders);
  const placeOf = spreadOverPlaces(
    facts.orders.map((order, index) => ({
      site: sites[index]!,
      places: placesOf(facts, order),
      loads: begunOf[index]!,
    })),
  );
  const loads = facts.orders.map((order, index) => {
    const begun = begunOf[index]!.map((load) => {
      const [line, place] = [lineOf.get(load.loadId) ?? 0, placeOf.get(load.loadId) ?? 0];
      return { ...load, line, place };
    });
    const known = new Set(begun.map(({ loadId }) => loadId));
    const kept = held.loads.flatMap((load) => {
      const [truck, plant] = [truckAt(load.vehicleId), plantAt(load.plantId)];
      const line = facts.plants[plant]?.lines.findIndex(({ id }) => id === load.lineId) ?? -1;
      const isOne = load.orderId === order.id && !known.has(load.id) && truck >= 0 && line >= 0;
      const fixed = { ...asFixed(facts, load, truck, plant, line), ...askedOf(load) };
      return isOne ? [fixed] : [];
    });
    return [...begun, ...kept];
  });

  const pumpsGone = facts.orders.map((_, index) => pumpsWhere(index, true));
  const inTurn = waitForTrucks(facts, travel, loads).map((own) => own.toSorted(byTurn));
  return { loads: inTurn, pumps: standing, pumpsGone };
}

const byTurn = (one: FixedLoad, other: FixedLoad): number =>
  one.dischargeFromSec - other.dischargeFromSec;

const asFixed = (
  facts: DayFacts,
  load: ContentLoad,
  truck: number,
  plant: number,
  line: number,
): FixedLoad => ({
  loadId: load.id,
  truck,
  plant,
  line,
  place: load.place,
  m3: load.m3,
  kind: plannedAs(load.kind),
  refusedM3: 0,
  loadFromSec: secOf(facts, load.loadFromAt),
  loadToSec: secOf(facts, load.loadToAt),
  arriveSec: secOf(facts, load.arriveAt),
  dischargeFromSec: secOf(facts, load.dischargeFromAt),
  dischargeToSec: secOf(facts, load.dischargeToAt),
  leaveSec: secOf(facts, load.leaveAt),
});
