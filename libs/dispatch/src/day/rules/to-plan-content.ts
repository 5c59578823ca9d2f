import { productOf } from '@tongyun/deliveries';
import { groupBy, newId } from '@tongyun/kernel';
import {
  type DayPlan,
  howPumpComes,
  leaveBy,
  listJumps,
  type PlannedLoad,
  type PlannedPumpJob,
  travelSec,
  type UnservedReason,
} from '@tongyun/solver';
import { hasBegun } from './begun.js';
import { atOf } from './day-facts.js';
import { computeFigures } from './figures.js';
import { wantsOf } from './find-order-changes.js';
import { toContentDurations } from './order-durations.js';
import type {
  ContentEvent,
  ContentJump,
  ContentLoad,
  ContentPumpJob,
  PlanContent,
} from './plan-content.js';
import { isSentBackWhole } from './sent-back.js';
import type { PlannedDay } from './to-day-problem.js';

/** What an earlier revision passes on: the ids of its rows, and what people pinned and froze. */
export interface Earlier {
  readonly loads: readonly ContentLoad[];
  readonly pumpJobs: readonly ContentPumpJob[];
  readonly frozenUntil: string | null;
}

/** A plan as rows with ids and instants, each load with the id it had before. */
export function toPlanContent(
  planned: PlannedDay,
  plan: DayPlan,
  unserved: readonly UnservedReason[],
  events: readonly ContentEvent[],
  earlier: Earlier,
): PlanContent {
  const { facts } = planned;
  const ways: EmptyWays = {
    backSec: returnsOf(planned, plan),
    setOutSec: setOutsOf(planned, plan),
  };
  const loads = facts.orders.flatMap((_, order) => {
    const own = plan.loads
      .filter((load) => load.order === order)
      .toSorted((one, other) => one.dischargeFromSec - other.dischargeFromSec);
    return toLoads(planned, order, own, ways, earlier);
  });
  return {
    travelSource: planned.travelSource,
    frozenUntil: earlier.frozenUntil,
    durations: toContentDurations(facts),
    figures: computeFigures(planned.problem, plan),
    loads,
    pumpJobs: toPumpJobs(planned, plan, earlier),
    unserved: unserved.map(({ order, lacks, loadsPlaced, codes }) => ({
      orderId: facts.orders[order]!.id,
      lacks,
      loadsPlaced,
      codes: withForbidden(planned, lacks, codes),
    })),
    events,
    wants: wantsOf(facts),
    jumps: toJumps(planned, plan),
  };
}

const toJumps = ({ problem, facts, trucks }: PlannedDay, plan: DayPlan): ContentJump[] =>
  listJumps(problem, plan).map(({ load, jumped, reason }) => ({
    plantId: facts.plants[load.plant]!.id,
    orderId: facts.orders[load.order]!.id,
    vehicleId: trucks[load.truck]!.id,
    loadFromAt: atOf(facts, load.loadFromSec).toISOString(),
    jumpedVehicleId: trucks[jumped.truck]!.id,
    reason,
  }));

/** The planner does not even try who is forbidden the whole day; people want to know of them too. */
function withForbidden(
  { problem }: PlannedDay,
  lacks: UnservedReason['lacks'],
  codes: UnservedReason['codes'],
): Record<string, number> {
  const counted = { ...codes };
  for (const { forbidden } of lacks === 'load' ? problem.trucks : problem.pumps) {
    for (const code of forbidden) counted[code] = (counted[code] ?? 0) + 1;
  }
  return counted;
}

/** When trucks drive without a load. */
interface EmptyWays {
  readonly backSec: ReadonlyMap<PlannedLoad, number>;
  /** Of trucks whose day begins elsewhere than where they load first. */
  readonly setOutSec: ReadonlyMap<PlannedLoad, number>;
}

function toLoads(
  planned: PlannedDay,
  order: number,
  all: readonly PlannedLoad[],
  { backSec, setOutSec }: EmptyWays,
  earlier: Earlier,
): ContentLoad[] {
  const { facts, trucks, fixedLoads } = planned;
  const { id: orderId } = facts.orders[order]!;
  const fixedIdOf = (load: PlannedLoad): string | undefined =>
    fixedLoads[order]!.find(
      ({ truck, loadFromSec }) => truck === load.truck && loadFromSec === load.loadFromSec,
    )?.loadId;
  const own = all.filter((load) => !isSentBackWhole(facts, fixedIdOf(load)));
  const fixedIds = own.map(fixedIdOf);
  const rows = facts.loads.filter((load) => load.orderId === orderId);
  const known = new Map<string, number>([
    ...earlier.loads
      .filter((load) => load.orderId === orderId)
      .map(({ id, loadNo }): [string, number] => [id, loadNo]),
    ...rows.map(({ id, loadNo }): [string, number] => [id, loadNo]),
  ]);
  const product = productOf(facts.orders.find(({ id }) => id === orderId)?.grade ?? '');
  const taken = new Set(fixedIds);
  const begun = new Set(rows.filter(hasBegun).map(({ id }) => id));
  const free = [...known]
    .filter(([id]) => !taken.has(id) && !begun.has(id))
    .toSorted(([, one], [, other]) => one - other);
  let lastNo = Math.max(0, ...known.values());
  const at = (sec: number): string => atOf(facts, sec).toISOString();
  return own.map((load, index) => {
    const fixedId = fixedIds[index];
    const [id, loadNo] =
      fixedId === undefined
        ? (free.shift() ?? [newId<string>(), (lastNo += 1)])
        : [fixedId, known.get(fixedId) ?? (lastNo += 1)];
    const truck = trucks[load.truck]!;
    const plant = facts.plants[load.plant]!;
    const before = earlier.loads.find((one) => one.id === id);
    const setOut = setOutSec.get(load);
    return {
      id,
      orderId,
      loadNo,
      kind: load.kind === 'concrete' ? product : load.kind,
      m3: load.m3,
      plantId: plant.id,
      lineId: plant.lines[load.line]!.id,
      vehicleId: truck.id,
      driverId: driverOf(
        load.started ? rows.find((row) => row.id === id)?.driverId : null,
        truck.driverId,
        before?.driverId,
      ),
      place: load.place,
      ...(setOut !== undefined && { setOutAt: at(setOut) }),
      loadFromAt: at(load.loadFromSec),
      loadToAt: at(load.loadToSec),
      arriveAt: at(load.arriveSec),
      dischargeFromAt: at(load.dischargeFromSec),
      dischargeToAt: at(load.dischargeToSec),
      leaveAt: at(load.leaveSec),
      backAt: at(backSec.get(load)!),
      isPinned: before?.isPinned ?? false,
    };
  });
}

/** Who drives, by how sure it is; the planner gives nothing to a vehicle that nobody drives or drove. */
function driverOf(...known: readonly (string | null | undefined)[]): string {
  const driverId = known.find((id) => id !== null && id !== undefined);
  if (!driverId) throw new Error('A job was planned for a vehicle that nobody drives');
  return driverId;
}

/** When each truck is back at the plant it loads at next, or at home. */
function returnsOf({ problem }: PlannedDay, plan: DayPlan): Map<PlannedLoad, number> {
  const back = new Map<PlannedLoad, number>();
  const inTime = plan.loads.toSorted((one, other) => one.loadFromSec - other.loadFromSec);
  inTime.forEach((load, index) => {
    const next = inTime.slice(index + 1).find(({ truck }) => truck === load.truck);
    const to = next ? problem.plants[next.plant]!.place : problem.trucks[load.truck]!.endPlace;
    const from = problem.orders[load.order]!.place;
    back.set(load, load.leaveSec + travelSec(problem.travel, from, to, load.leaveSec));
  });
  return back;
}

/** When a truck sets out to the plant that it loads at first, in time for its load, by that load. */
function setOutsOf({ problem }: PlannedDay, { loads }: DayPlan): Map<PlannedLoad, number> {
  const { trucks, plants, travel } = problem;
  const setOuts = new Map<PlannedLoad, number>();
  for (const [truck, own] of groupBy(loads, (load) => load.truck)) {
    const first = own.reduce((one, other) => (other.loadFromSec < one.loadFromSec ? other : one));
    const [from, to] = [trucks[truck]!.startPlace, plants[first.plant]!.place];
    if (from === to) continue;
    const { loadFromSec } = first;
    setOuts.set(first, loadFromSec - travelSec(travel, from, to, loadFromSec));
  }
  return setOuts;
}

function toPumpJobs(planned: PlannedDay, plan: DayPlan, earlier: Earlier): ContentPumpJob[] {
  const { problem, facts, pumps } = planned;
  const at = (sec: number): string => atOf(facts, sec).toISOString();
  const last = problem.pumps.map((): PlannedPumpJob | undefined => undefined);
  const inTime = plan.pumpJobs.toSorted((one, other) => one.readySec - other.readySec);
  const ids = namePumpJobs(planned, inTime, earlier);
  return inTime.map((job) => {
    const order = facts.orders[job.order]!;
    const { place } = problem.orders[job.order]!;
    const id = ids.get(job)!;
    const row = facts.pumpJobs.find((one) => one.id === id);
    const before = earlier.pumpJobs.find((one) => one.id === id);
    const standsSec = job.readySec - problem.pumps[job.pump]!.setUpSec;
    const { startPlace, endPlace, duty } = problem.pumps[job.pump]!;
    const earlierJob = last[job.pump];
    last[job.pump] = job;
    const from = earlierJob ? problem.orders[earlierJob.order]!.place : startPlace;
    const isAtOnce =
      earlierJob !== undefined &&
      !job.started &&
      howPumpComes(problem, job.pump, earlierJob, job) === 'at_once';
    const departSec = isAtOnce
      ? Math.max(duty.fromSec, earlierJob.leaveSec, problem.nowSec)
      : leaveBy(problem.travel, from, place, standsSec);
    const isLast = inTime.every((one) => one.pump !== job.pump || one.readySec <= job.readySec);
    const pump = pumps[job.pump]!;
    return {
      id,
      orderId: order.id,
      vehicleId: pump.id,
      driverId: driverOf(
        row?.isByHand && row.vehicleId === pump.id ? row.driverId : null,
        pump.driverId,
        row?.driverId,
        before?.driverId,
      ),
      departAt: at(departSec),
      ...(isAtOnce && {
        arriveAt: at(departSec + travelSec(problem.travel, from, place, departSec)),
      }),
      readyAt: at(job.readySec),
      untilAt: at(job.untilSec),
      leaveAt: at(job.leaveSec),
      ...(isLast && {
        backAt: at(job.leaveSec + travelSec(problem.travel, place, endPlace, job.leaveSec)),
      }),
      isPinned: before?.isPinned ?? false,
    };
  });
}

/**
 * The row that each pump's job is of: what is no choice any more keeps its own, then a pump that was to
 * come to the order keeps the one it had, then any row of the order that is left.
 */
function namePumpJobs(
  { facts, pumps, fixedPumps }: PlannedDay,
  jobs: readonly PlannedPumpJob[],
  earlier: Earlier,
): ReadonlyMap<PlannedPumpJob, string> {
  const names = new Map<PlannedPumpJob, string>();
  for (const [order, own] of groupBy(jobs, (job) => job.order)) {
    const isOwn = ({ orderId }: { readonly orderId: string }) =>
      orderId === facts.orders[order]!.id;
    const known = [...earlier.pumpJobs.filter(isOwn), ...facts.pumpJobs.filter(isOwn)];
    const free = new Set(
      [...facts.pumpJobs.filter(isOwn), ...earlier.pumpJobs.filter(isOwn)].map(({ id }) => id),
    );
    const fixedId = ({ pump }: PlannedPumpJob) =>
      fixedPumps[order]!.find((one) => one.pump === pump)?.jobId;
    const sameId = ({ pump }: PlannedPumpJob) =>
      known.find(({ id, vehicleId }) => vehicleId === pumps[pump]!.id && free.has(id))?.id;
    const anyId = () => [...free][0] ?? newId<string>();
    for (const find of [fixedId, sameId, anyId]) {
      for (const job of own.filter((one) => !names.has(one))) {
        const id = find(job);
        if (id === undefined) continue;
        names.set(job, id);
        free.delete(id);
      }
    }
  }
  return names;
}
