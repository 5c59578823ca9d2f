import type { DayPump, DayTruck, DayVehicle, Span } from '@tongyun/solver';
import type { Interval } from '@tongyun/kernel';
import { type DayFacts, type FactVehicle, secOf } from './day-facts.js';
import { findOutByHand } from './given-by-hand.js';
import { findBackSec, isNoVisit } from './sent-back.js';

/** Further than any pour: the planner compares how much pumps reach too far. */
const FURTHEST_M = 1_000;

/** A mixer as the planner takes it. */
export const toTruck = (facts: DayFacts, truck: FactVehicle): DayTruck => ({
  ...toVehicle(facts, truck),
  drumM3: truck.drumM3 ?? 0,
});

/** A pump as the planner takes it. */
export const toPump = (facts: DayFacts, pump: FactVehicle): DayPump => ({
  ...toVehicle(facts, pump),
  reachM: Math.min(pump.reachM ?? 0, FURTHEST_M),
  setUpSec: facts.policy.pumpSetupMin * 60,
  washSec: facts.policy.pumpTeardownMin * 60,
});

function toVehicle(facts: DayFacts, vehicle: FactVehicle): DayVehicle {
  const placeOf = (plantId: string): number =>
    Math.max(
      0,
      facts.plants.findIndex(({ id }) => id === plantId),
    );
  const span = ({ from, to }: Interval): Span => ({
    fromSec: secOf(facts, from),
    toSec: secOf(facts, to),
  });
  const duty = span(vehicle.duty);
  const outUntilSec = findOutUntilSec(facts, vehicle.id);
  const isOut = outUntilSec >= duty.toSec;
  return {
    id: vehicle.id,
    enterprise: 0,
    worksFor: [0],
    startPlace: placeOf(vehicle.homePlantId),
    endPlace: placeOf(vehicle.endPlantId),
    duty: isOut ? duty : { ...duty, fromSec: Math.max(duty.fromSec, outUntilSec) },
    forbidden: isOut ? [...vehicle.forbidden, 'at_another_job'] : vehicle.forbidden,
    zoneSpans: vehicle.zoneSpans.map((spans) => spans.map(span)),
  };
}

/**
 * Until when it is out and washed, for the day before or a later one, or sent back from, or given by hand, what is no
 * visit of the day; −Infinity: it is not.
 */
const findOutUntilSec = (facts: DayFacts, vehicleId: string): number =>
  Math.max(
    -Infinity,
    ...[
      ...facts.before.vehicles
        .filter((one) => one.vehicleId === vehicleId)
        .map(({ freeAt }) => secOf(facts, freeAt)),
      ...facts.returns
        .filter((row) => row.vehicleId === vehicleId && isNoVisit(facts, row))
        .map((row) => findBackSec(facts, row, 0)),
      ...findOutByHand(facts, vehicleId).map((backAt) => secOf(facts, backAt)),
    ].map((sec) => sec + facts.policy.washMin * 60),
  );
