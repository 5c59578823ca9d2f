import {
  type DayLimits,
  type DayOrder,
  type DayPlan,
  type DayProblem,
  type Jam,
  keptM3,
  type ReleasedLoad,
  type Source,
  type StartedLoad,
  type StartedPump,
  type TravelTable,
  type WayCrossings,
  withJams,
  type ZoneCrossing,
} from '@tongyun/solver';
import { sharedFloats } from './shared-floats.js';
import type { PlannedDay } from './to-day-problem.js';

/** The day of one who supplies a joint pour. */
export interface PourSide {
  readonly planned: Pick<PlannedDay, 'problem'>;
  /** Of its day, the order by which it brings its share. */
  readonly order: number;
  /** Whether all else of its day stays as planned; false: it has no plan yet, and all of it is planned. */
  readonly isKept: boolean;
}

/** The days of all who supply a pour as one problem, in which the pour is the first order. */
export interface CoupledDays {
  readonly problem: DayProblem;
  readonly sides: readonly CoupledSide[];
}

/** Where a side's rows begin in the lists of the coupled problem. */
interface CoupledSide {
  readonly side: PourSide;
  readonly places: number;
  readonly zones: number;
  readonly plants: number;
  readonly trucks: number;
  readonly pumps: number;
  readonly sites: number;
  /** By order of the side. */
  readonly orders: readonly number[];
}

/** Nobody goes between places of two sides, but for the pour's. */
const NO_WAY_SEC = 1e8;
const NO_WAY_KM = 1e6;
const POUR = 0;
/** The pour's site; all others are numbered behind it. */
const SITE_OF_POUR = 0;

/**
 * Couples the days of all who supply a pour: the pour is one order with one queue, each side brings its
 * share by its own plants, trucks and drivers, and what else is planned of a kept day stays.
 *
 * @param sides the lead first; its pumps serve the pour
 */
export function coupleDays(sides: readonly PourSide[]): CoupledDays {
  const coupled = besideEachOther(sides);
  const problems = sides.map(({ planned }) => planned.problem);
  const [lead] = problems as [DayProblem, ...DayProblem[]];
  const zones = coupled.at(-1)!.zones + zonesOf(problems.at(-1)!);
  const problem: DayProblem = {
    nowSec: Math.max(...problems.map(({ nowSec }) => nowSec)),
    travel: coupleTravel(coupled),
    plants: coupled.flatMap(({ side, places }, enterprise) =>
      side.planned.problem.plants.map((plant) => ({
        ...plant,
        enterprise,
        place: plant.place + places,
      })),
    ),
    trucks: coupled.flatMap((one, enterprise) =>
      one.side.planned.problem.trucks.map((truck) => moved(truck, one, enterprise, zones, coupled)),
    ),
    pumps: coupled.flatMap((one, enterprise) =>
      one.side.planned.problem.pumps.map((pump) => moved(pump, one, enterprise, zones, coupled)),
    ),
    orders: [
      pourOf(coupled),
      ...coupled.flatMap((one) =>
        one.side.planned.problem.orders
          .filter((_, index) => index !== one.side.order)
          .map((order) => toOrder(order, one)),
      ),
    ],
    limits: strictest(problems.map(({ limits }) => limits)),
    weights: lead.weights,
    queueOrder: problems.some(({ queueOrder }) => queueOrder === 'strict')
      ? 'strict'
      : (lead.queueOrder ?? 'off'),
  };
  return { problem, sides: coupled };
}

/** A plan of the coupled days as each side's own, in the sequence of the sides. */
export function splitPlan({ problem, sides }: CoupledDays, plan: DayPlan): DayPlan[] {
  return sides.map((one, enterprise) => {
    const orderOf = (order: number): number => one.orders.indexOf(order);
    return {
      loads: plan.loads
        .filter(({ plant }) => problem.plants[plant]!.enterprise === enterprise)
        .map((load) => ({
          ...load,
          order: orderOf(load.order),
          truck: load.truck - one.trucks,
          plant: load.plant - one.plants,
        })),
      pumpJobs: plan.pumpJobs
        .filter(({ pump }) => problem.pumps[pump]!.enterprise === enterprise)
        .map((job) => ({ ...job, order: orderOf(job.order), pump: job.pump - one.pumps })),
      pumpless: (plan.pumpless ?? []).map(orderOf).filter((order) => order >= 0),
    };
  });
}

/** The sides' own plans as one of the coupled days. */
export function joinPlans({ sides }: CoupledDays, plans: readonly DayPlan[]): DayPlan {
  const parts = sides.map(({ orders, trucks, plants, pumps }, index): DayPlan => {
    const { loads, pumpJobs, pumpless = [] } = plans[index]!;
    return {
      loads: loads.map((load) => ({
        ...load,
        order: orders[load.order]!,
        truck: load.truck + trucks,
        plant: load.plant + plants,
      })),
      pumpJobs: pumpJobs.map((job) => ({
        ...job,
        order: orders[job.order]!,
        pump: job.pump + pumps,
      })),
      pumpless: pumpless.map((order) => orders[order]!),
    };
  });
  const loads = parts.flatMap((part) => part.loads);
  return {
    loads: loads.toSorted(
      (one, other) => one.order - other.order || one.dischargeFromSec - other.dischargeFromSec,
    ),
    pumpJobs: parts.flatMap(({ pumpJobs }) => pumpJobs),
    pumpless: parts.flatMap(({ pumpless = [] }) => pumpless),
  };
}

function besideEachOther(sides: readonly PourSide[]): CoupledSide[] {
  const coupled: CoupledSide[] = [];
  const begin = { places: 0, zones: 0, plants: 0, trucks: 0, pumps: 0, sites: SITE_OF_POUR + 1 };
  let nextOrder = POUR + 1;
  for (const side of sides) {
    const { problem } = side.planned;
    const orders = problem.orders.map((_, index) => {
      if (index === side.order) return POUR;
      nextOrder += 1;
      return nextOrder - 1;
    });
    coupled.push({ side, ...begin, orders });
    begin.places += problem.travel.places;
    begin.zones += zonesOf(problem);
    begin.plants += problem.plants.length;
    begin.trucks += problem.trucks.length;
    begin.pumps += problem.pumps.length;
    begin.sites += problem.orders.reduce((most, { site = -1 }) => Math.max(most, site + 1), 0);
  }
  return coupled;
}

const zonesOf = ({ trucks, pumps }: DayProblem): number =>
  ([...trucks, ...pumps] as const)[0]?.zoneSpans.length ?? 0;

/** A side's vehicle; inside zones of other sides it has no business, but for the one that holds the pour. */
function moved<Vehicle extends DayProblem['trucks'][number] | DayProblem['pumps'][number]>(
  vehicle: Vehicle,
  { side, places, zones }: CoupledSide,
  enterprise: number,
  allZones: number,
  [lead]: readonly CoupledSide[],
): Vehicle {
  const spans = Array.from({ length: allZones }, (): Vehicle['zoneSpans'][number] => []);
  vehicle.zoneSpans.forEach((own, zone) => {
    spans[zones + zone] = own;
  });
  const ofPour = side.planned.problem.orders[side.order]!.zone;
  const leadsZone = lead!.side.planned.problem.orders[lead!.side.order]!.zone;
  if (leadsZone >= 0) spans[leadsZone] = vehicle.zoneSpans[ofPour] ?? [];
  return {
    ...vehicle,
    enterprise,
    worksFor: [enterprise],
    startPlace: vehicle.startPlace + places,
    endPlace: vehicle.endPlace + places,
    zoneSpans: spans,
  };
}

/** Each side's ways as they are, and to the pour from everywhere as to each side's own share of it. */
function coupleTravel(coupled: readonly CoupledSide[]): TravelTable {
  const last = coupled.at(-1)!;
  const places = last.places + last.side.planned.problem.travel.places;
  const freeSec = sharedFloats(places * places).fill(NO_WAY_SEC);
  const roadKm = sharedFloats(places * places).fill(NO_WAY_KM);
  const pourAt = placeOfPour(coupled[0]!);
  for (const one of coupled) {
    const { travel } = one.side.planned.problem;
    const own = placeOfPour(one) - one.places;
    const put = (from: number, to: number, way: number): void => {
      freeSec[from * places + to] = travel.freeSec[way]!;
      roadKm[from * places + to] = travel.roadKm[way]!;
    };
    for (let from = 0; from < travel.places; from += 1) {
      for (let to = 0; to < travel.places; to += 1) {
        put(one.places + from, one.places + to, from * travel.places + to);
      }
      put(one.places + from, pourAt, from * travel.places + own);
      put(pourAt, one.places + from, own * travel.places + from);
    }
  }
  const { hourFactor } = coupled[0]!.side.planned.problem.travel;
  return withJams(
    { places, freeSec, roadKm, hourFactor, crossings: coupleCrossings(coupled, places) },
    coupled.flatMap((one) => jamsOf(one, pourAt)),
  );
}

/** The zones on each side's ways, which are its own. */
function coupleCrossings(coupled: readonly CoupledSide[], places: number): WayCrossings {
  const pourAt = placeOfPour(coupled[0]!);
  const found = new Map<number, readonly ZoneCrossing[]>();
  for (const one of coupled) {
    const { travel } = one.side.planned.problem;
    const own = placeOfPour(one) - one.places;
    for (const [way, parts] of travel.crossings ?? []) {
      const [from, to] = [Math.floor(way / travel.places), way % travel.places];
      const crossed = parts.map((part) => ({ ...part, zone: part.zone + one.zones }));
      const put = (begin: number, end: number): void => {
        found.set(begin * places + end, crossed);
      };
      put(one.places + from, one.places + to);
      if (to === own) put(one.places + from, pourAt);
      if (from === own) put(pourAt, one.places + to);
    }
  }
  return found;
}

/** The jams that a side was told of; one at its share of the pour is one at the pour, for whoever drives there. */
function jamsOf(one: CoupledSide, pourAt: number): Jam[] {
  const own = placeOfPour(one);
  return (one.side.planned.problem.travel.jams?.all ?? []).map((jam) => {
    const places = jam.places.map((place) => one.places + place);
    return { ...jam, places: places.includes(own) ? [...places, pourAt] : places };
  });
}

const placeOfPour = ({ side, places }: CoupledSide): number =>
  side.planned.problem.orders[side.order]!.place + places;

const inTime = <Row>(rows: readonly Row[], sec: (row: Row) => number): Row[] =>
  rows.toSorted((one, other) => sec(one) - sec(other));

function pourOf(coupled: readonly CoupledSide[]): DayOrder {
  const shares = coupled.map(({ side }) => side.planned.problem.orders[side.order]!);
  const [lead] = shares as [DayOrder, ...DayOrder[]];
  const others = shares.flatMap((share) => share.others ?? []);
  return {
    ...lead,
    site: SITE_OF_POUR,
    volumeM3: shares.reduce((sum, { volumeM3 }) => sum + volumeM3, 0),
    sharesM3: shares.map(({ volumeM3 }) => volumeM3),
    open: {
      fromSec: Math.max(...shares.map(({ open }) => open.fromSec)),
      toSec: Math.min(...shares.map(({ open }) => open.toSec)),
    },
    places: Math.min(...shares.map(({ places }) => places)),
    dischargeSecPerM3: Math.max(...shares.map((share) => share.dischargeSecPerM3)),
    dischargeFixedSec: Math.max(...shares.map((share) => share.dischargeFixedSec)),
    leaveSec: Math.max(...shares.map(({ leaveSec }) => leaveSec)),
    spacingSec: 0,
    gapMaxSec: Math.min(...shares.map(({ gapMaxSec }) => gapMaxSec)),
    brokenOffSec: Math.max(...shares.map((share) => share.brokenOffSec ?? -Infinity)),
    ageMaxSec: Math.min(...shares.map(({ ageMaxSec }) => ageMaxSec)),
    zoneSec: Math.max(...shares.map(({ zoneSec }) => zoneSec)),
    sources: coupled.flatMap((one, share) =>
      one.side.planned.problem.orders[one.side.order]!.sources.map((source) => ({
        ...movedSource(source, one),
        share,
      })),
    ),
    pumpsFrom: 0,
    started: inTime(
      coupled.flatMap((one) =>
        one.side.planned.problem.orders[one.side.order]!.started.map((load) =>
          movedLoad(load, one),
        ),
      ),
      ({ dischargeFromSec }) => dischargeFromSec,
    ),
    startedPumps: lead.startedPumps.map((job) => movedPump(job, coupled[0]!)),
    released: inTime(
      coupled.flatMap((one) =>
        one.side.planned.problem.orders[one.side.order]!.released.map((told) =>
          movedTold(told, one),
        ),
      ),
      ({ loadToSec }) => loadToSec,
    ),
    ...(others.length === 0
      ? {}
      : { others: inTime(others, ({ dischargeFromSec }) => dischargeFromSec) }),
  };
}

/** A side's plant, with its own time to load. */
const movedSource = (source: Source, { side, plants }: CoupledSide): Source => ({
  loadFixedSec: side.planned.problem.limits.loadFixedSec,
  ...source,
  plant: source.plant + plants,
});

/** What a side holds stays in the coupled day: whether its truck may is judged by the side's own rules. */
const movedLoad = (
  { isHeld: _isHeld, ...load }: StartedLoad,
  { trucks, plants }: CoupledSide,
): StartedLoad => ({ ...load, truck: load.truck + trucks, plant: load.plant + plants });

const movedTold = (told: ReleasedLoad, { trucks, plants }: CoupledSide): ReleasedLoad => ({
  ...told,
  truck: told.truck + trucks,
  plant: told.plant + plants,
});

const movedPump = (
  { isHeld: _isHeld, ...job }: StartedPump,
  { pumps }: CoupledSide,
): StartedPump => ({ ...job, pump: job.pump + pumps });

/** An order of a side beside the pour; of a kept day no more than there is already. */
function toOrder(order: DayOrder, one: CoupledSide): DayOrder {
  const { side, places, zones, sites } = one;
  const isAtPour = order.site === side.planned.problem.orders[side.order]!.site;
  const begunM3 = order.started.reduce((sum, load) => sum + keptM3(load), 0);
  return {
    ...order,
    ...(order.site !== undefined && { site: isAtPour ? SITE_OF_POUR : order.site + sites }),
    place: order.place + places,
    zone: order.zone < 0 ? order.zone : order.zone + zones,
    volumeM3: side.isKept ? begunM3 : order.volumeM3,
    sources: order.sources.map((source) => movedSource(source, one)),
    started: order.started.map((load) => movedLoad(load, one)),
    startedPumps: order.startedPumps.map((job) => movedPump(job, one)),
    released: order.released.map((told) => movedTold(told, one)),
  };
}

/** What every side's policy allows. */
const strictest = (limits: readonly DayLimits[]): DayLimits => ({
  loadFixedSec: Math.max(...limits.map(({ loadFixedSec }) => loadFixedSec)),
  washSec: Math.max(...limits.map(({ washSec }) => washSec)),
  drivingMaxSec: Math.min(...limits.map(({ drivingMaxSec }) => drivingMaxSec)),
  breakSec: Math.max(...limits.map(({ breakSec }) => breakSec)),
  dayDrivingMaxSec: Math.min(...limits.map(({ dayDrivingMaxSec }) => dayDrivingMaxSec)),
  unnoticedSec: Math.min(...limits.map(({ unnoticedSec }) => unnoticedSec)),
});
