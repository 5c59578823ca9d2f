import type {
  DayPlanView,
  PlannedLoadView,
  PlannedPumpJobView,
  PlanOutcomeView,
  PumpRunView,
} from '@tongyun/contracts';
import type { Interval } from '@tongyun/kernel';
import { joined, without } from '@tongyun/permission';
import type { DayPlanRevisionEntity } from '../data/day-plan-revision.entity.js';
import type { OpenPlan } from '../day/day-plan-book.service.js';
import type { PlanOutcome } from '../day/plan-outcome.js';
import { hasBegun, hasCome, hasLeft, takenInPartM3 } from '../day/rules/begun.js';
import { closedSpans } from '../day/rules/close-down.js';
import { atOf, type DayFacts, type FactOrder, secOf } from '../day/rules/day-facts.js';
import { findBehind } from '../day/rules/find-behind.js';
import { findDifference, type PlanDifference } from '../day/rules/difference.js';
import { isStopped } from '../day/rules/find-stops.js';
import { isGhost } from '../day/rules/ghost.js';
import { isBrokenDown } from '../day/rules/is-broken-down.js';
import type { ContentDurations, ContentPumpJob, PlanContent } from '../day/rules/plan-content.js';

export type Changes = readonly Omit<DayPlanRevisionEntity, 'content'>[];

export function toDayPlanView(
  { plan, content }: OpenPlan,
  facts: DayFacts,
  changes: Changes,
): DayPlanView {
  return {
    id: plan.id,
    enterpriseId: plan.enterpriseId,
    operatingOn: plan.operatingOn,
    revision: plan.revision,
    releasedRevision: plan.releasedRevision,
    frozenUntil: content.frozenUntil,
    fromAt: facts.day.from.toISOString(),
    toAt: facts.day.to.toISOString(),
    travelSource: content.travelSource,
    durations: content.durations ? toDurationsView(content.durations) : null,
    figures: { ...content.figures },
    loads: content.loads.map((load) => ({ ...load, state: stateOfLoad(facts, load.id) })),
    pumpJobs: content.pumpJobs.map((job) => ({ ...job, ...stageOfPump(facts, job) })),
    pumpRuns: facts.pumpRuns.map(toPumpRunView),
    unserved: content.unserved.map(toUnservedView),
    queueJumps: [...(content.jumps ?? [])],
    changes: changes.map(({ kind, byName, at, note }) => ({
      kind,
      byName,
      at: at.toISOString(),
      note,
    })),
    behind: toBehindView(content, facts),
    orders: facts.orders.map((order) => toOrderView(facts, content.events, order)),
    vehicles: facts.vehicles.map((vehicle) => ({
      id: vehicle.id,
      kind: vehicle.kind,
      plateNo: vehicle.plateNo,
      fleetNo: vehicle.fleetNo,
      drumM3: vehicle.drumM3,
      use: vehicle.use,
      driverId: vehicle.driverId,
      driverName: vehicle.driverName,
      dutyFromAt: vehicle.duty.from.toISOString(),
      dutyToAt: vehicle.duty.to.toISOString(),
      homePlantId: vehicle.homePlantId || null,
      endPlantId: vehicle.endPlantId || null,
      isHomeStated: vehicle.isHomeStated,
      isBrokenDown: isBrokenDown(content.events, vehicle.id, facts.now),
      reasons: [...vehicle.reasons],
    })),
    lines: facts.plants.flatMap((plant) =>
      plant.lines.map((line) => ({
        id: line.id,
        plantId: plant.id,
        plantName: plant.name,
        name: line.name,
        rateM3PerHour: line.rateM3PerHour,
        closed: whenShut(facts, plant, line.id, content.events).map(({ from, to }) => ({
          fromAt: from.toISOString(),
          toAt: to.toISOString(),
        })),
        isBrokenDown: isBrokenDown(content.events, line.id, facts.now),
      })),
    ),
  };
}

export const toPlanOutcomeView = (
  { isDone, faults, before, after, facts }: PlanOutcome,
  changes: Changes,
): PlanOutcomeView => {
  const begun = new Set(facts.loads.filter(hasBegun).map(({ id }) => id));
  return {
    isDone,
    faults: [...faults],
    difference: toDifferenceView(
      findDifference(before, after.content, begun, facts.policy.toldAgainMin),
    ),
    plan: toDayPlanView(after, facts, changes),
  };
};

export const toDifferenceView = (difference: PlanDifference): PlanOutcomeView['difference'] => ({
  moved: [...difference.moved],
  nowUnserved: difference.nowUnserved.map(toUnservedView),
  nowServed: [...difference.nowServed],
  before: { ...difference.before },
  after: { ...difference.after },
});

const toBehindView = (content: PlanContent, facts: DayFacts): DayPlanView['behind'] =>
  findBehind(content, facts).map((change) => ({
    orderId: change.orderId,
    kind: change.kind,
    from: 'from' in change ? change.from : null,
    to: 'to' in change ? change.to : null,
  }));

const toDurationsView = ({ learntAt, orders }: ContentDurations): DayPlanView['durations'] => ({
  learntAt,
  orders: orders.map((order) => ({ ...order, sources: [...order.sources] })),
});

const toUnservedView = (row: PlanContent['unserved'][number]) => ({
  ...row,
  codes: { ...row.codes },
});

function stateOfLoad({ loads }: DayFacts, id: string): PlannedLoadView['state'] {
  switch (loads.find((load) => load.id === id)?.state) {
    case 'released': {
      return 'released';
    }
    case 'on_trip': {
      return 'started';
    }
    case 'delivered':
    case 'returned_part': {
      return 'done';
    }
    default: {
      return 'planned';
    }
  }
}

/** When a line does not load on the day: outside of its plant's hours, or because of what happened to it. */
function whenShut(
  facts: DayFacts,
  { open }: DayFacts['plants'][number],
  lineId: string,
  events: PlanContent['events'],
): Interval[] {
  const closesSec = secOf(facts, open.at(-1)!.to);
  const down = closedSpans(facts, lineId, events, closesSec).map(({ fromSec, toSec }) => ({
    from: atOf(facts, fromSec),
    to: atOf(facts, toSec),
  }));
  return joined([...without([facts.day], open), ...down]);
}

type PumpStageView = Pick<PlannedPumpJobView, 'state' | 'stage' | 'stageAt'>;

/** What another pump did, from which this one is to take over, is nothing that it has done; nor is what it did before it left. */
function stageOfPump({ pumpJobs, now }: DayFacts, planned: ContentPumpJob): PumpStageView {
  const job = pumpJobs.find(
    ({ id, vehicleId }) => id === planned.id && vehicleId === planned.vehicleId,
  );
  if (!job || job.state === 'planned') return { state: 'planned', stage: null, stageAt: null };
  if (job.state === 'released') {
    return { state: hasLeft(job, now) ? 'started' : 'released', stage: null, stageAt: null };
  }
  const stageAt = job.stageEvidence[job.state]?.at ?? null;
  const isToComeAgain = job.state === 'left' && stageAt !== null && stageAt < planned.departAt;
  if (isToComeAgain) return { state: 'planned', stage: null, stageAt: null };
  return { state: job.state === 'left' ? 'done' : 'started', stage: job.state, stageAt };
}

const toPumpRunView = ({
  stages,
  givenOnAt,
  ...run
}: DayFacts['pumpRuns'][number]): PumpRunView => ({
  ...run,
  stages: stages.map(({ stage, at }) => ({ stage, at: new Date(at).toISOString() })),
  givenOnAt: givenOnAt.toISOString(),
});

const toOrderView = (
  facts: DayFacts,
  events: PlanContent['events'],
  order: FactOrder,
): DayPlanView['orders'][number] => ({
  id: order.id,
  orderNo: order.orderNo,
  siteId: order.siteId,
  siteName: order.siteName,
  sitePosition: { lng: order.position.lng, lat: order.position.lat },
  grade: order.grade,
  state: order.state,
  priority:
    order.state === 'will_call' ? 'will_call' : order.isEmergency ? 'emergency' : 'committed',
  isGhost: isGhost(order),
  orderedM3: order.plannedM3,
  deliveredM3: facts.loads
    .filter((load) => load.orderId === order.id && hasCome(load) && load.kind !== 'priming_mortar')
    .reduce(
      (sum, { batchedM3, plannedM3, undeliveredM3 }) =>
        sum + (batchedM3 ?? plannedM3) - (undeliveredM3 ?? 0),
      takenInPartM3(facts, order.id),
    ),
  firstOnSiteAt: order.firstOnSiteAt.toISOString(),
  isSiteReady: order.isSiteReady,
  isStopped: isStopped(events, order.id, facts.now),
  pumpsNeeded: order.isPumpNeeded ? order.pumpsAtSite : 0,
  pourKind: order.pourKind,
  gapMaxMin: order.gapMaxMin,
  retarderMin: order.retarderMin,
  lastLoad: order.lastLoad,
});
