import { addMinutes, secondsBetween } from '@tongyun/kernel';
import { overlapOf, without } from '@tongyun/permission';
import { type Span, travelSec } from '@tongyun/solver';
import { atOf, type DayFacts, type FactOrder, type FactPlant } from './day-facts.js';
import { isGhost } from './ghost.js';
import { paceOf } from './take-turns.js';
import type { PlannedDay } from './to-day-problem.js';

export interface CapacityHour {
  readonly plantId: string;
  readonly plantName: string;
  readonly hourAt: Date;
  readonly demandM3: number;
  /** Beside the demand: what would come on top if it is called, or goes on. */
  readonly willCallM3: number;
  readonly lineCapacityM3: number;
  readonly trucksNeeded: number;
  readonly trucksOwn: number;
  readonly trucksHired: number;
  readonly trucksLoaned: number;
}

const HOURS = 24;
const MIN_PER_HOUR = 60;
const SEC_PER_MIN = 60;
const SEC_PER_HOUR = 3_600;
const rounded = (value: number): number => Math.round(value * 10) / 10;

/**
 * What each plant is asked for in each hour of the day against what its lines and trucks can do. An
 * order is spread over the hours in which its site wants it; it only warns.
 */
export function computeCapacity(planned: PlannedDay): CapacityHour[] {
  const { facts } = planned;
  return facts.plants.flatMap((plant, plantAt) =>
    Array.from({ length: HOURS }, (_, hour) => hourOf(planned, plant, plantAt, hour)),
  );
}

function hourOf(
  planned: PlannedDay,
  plant: FactPlant,
  plantAt: number,
  hour: number,
): CapacityHour {
  const { facts } = planned;
  const hourAt = addMinutes(facts.day.from, hour * MIN_PER_HOUR);
  const endAt = addMinutes(hourAt, MIN_PER_HOUR);
  let [demandM3, willCallM3, truckMin] = [0, 0, 0];
  facts.orders.forEach((order, index) => {
    const m3 = order.plantId === plant.id ? wantedM3(order, hourAt, endAt) : 0;
    if (isGhost(order)) willCallM3 += m3;
    else {
      demandM3 += m3;
      truckMin += m3 * roundMinPerM3(planned, plantAt, index, hour);
    }
  });
  const usable = facts.vehicles.filter(
    ({ kind, homePlantId, forbidden, duty }) =>
      kind === 'mixer' &&
      homePlantId === plant.id &&
      forbidden.length === 0 &&
      duty.from < endAt &&
      duty.to > hourAt,
  );
  const { lines } = planned.problem.plants[plantAt]!;
  const loadsM3 = lines.map(
    ({ rateM3PerHour, closed }) => rateM3PerHour * openShare(facts, plant, closed, hour),
  );
  return {
    plantId: plant.id,
    plantName: plant.name,
    hourAt,
    demandM3: rounded(demandM3),
    willCallM3: rounded(willCallM3),
    lineCapacityM3: rounded(loadsM3.reduce((sum, m3) => sum + m3, 0)),
    trucksNeeded: rounded(truckMin / MIN_PER_HOUR),
    trucksOwn: usable.filter(({ use }) => use === 'own').length,
    trucksHired: usable.filter(({ use }) => use === 'hired').length,
    trucksLoaned: usable.filter(({ use }) => use === 'loaned' || use === 'joint_supply').length,
  };
}

/** The share of an hour of the day in which a line loads: its plant is open, and it is not down. */
function openShare(
  facts: DayFacts,
  { open }: FactPlant,
  closed: readonly Span[],
  hour: number,
): number {
  const of = { from: atOf(facts, hour * SEC_PER_HOUR), to: atOf(facts, (hour + 1) * SEC_PER_HOUR) };
  const down = closed.map(({ fromSec, toSec }) => ({
    from: atOf(facts, fromSec),
    to: atOf(facts, toSec),
  }));
  const loading = open.flatMap((span) => {
    const shared = overlapOf(of, span);
    return shared === null ? [] : without([shared], down);
  });
  return loading.reduce((sec, { from, to }) => sec + secondsBetween(from, to), 0) / SEC_PER_HOUR;
}

/** What a site wants of an order between two instants, at its rate. */
function wantedM3(order: FactOrder, from: Date, to: Date): number {
  if (order.state === 'closed') return 0;
  // Where others bring a part of the pour, this enterprise brings its own so much slower.
  const rateM3PerHour = paceOf(order);
  const beganMin = (instant: Date): number =>
    (instant.getTime() - order.firstOnSiteAt.getTime()) / (SEC_PER_MIN * 1_000);
  const broughtBy = (instant: Date): number =>
    Math.min(order.plannedM3, Math.max(0, (beganMin(instant) / MIN_PER_HOUR) * rateM3PerHour));
  return broughtBy(to) - broughtBy(from);
}

/** Minutes of a truck for a cubic metre: from loading until it is washed out and back. */
function roundMinPerM3(
  { problem, trucks, facts }: PlannedDay,
  plantAt: number,
  order: number,
  hour: number,
): number {
  const drums = trucks.map(({ drumM3 }) => drumM3 ?? 0);
  const drumM3 = drums.reduce((sum, one) => sum + one, 0) / Math.max(1, drums.length);
  if (drumM3 === 0) return 0;
  const { place, dischargeFixedSec, dischargeSecPerM3, leaveSec } = problem.orders[order]!;
  const [plant, atSec] = [problem.plants[plantAt]!.place, hour * 3_600];
  const sec =
    travelSec(problem.travel, plant, place, atSec) +
    travelSec(problem.travel, place, plant, atSec) +
    dischargeFixedSec +
    dischargeSecPerM3 * drumM3 +
    leaveSec +
    problem.limits.washSec;
  return (facts.policy.loadingMin + sec / SEC_PER_MIN) / drumM3;
}
