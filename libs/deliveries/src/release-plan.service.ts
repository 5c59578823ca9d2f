import { type AccessScope, type Clock, CLOCK, DomainError, type OrderId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AssignService } from './assign.service.js';
import { ChangeAnnouncer } from './change-announcer.service.js';
import type { AssignmentEntity } from './data/assignment.entity.js';
import { AssignmentRepository } from './data/assignment.repository.js';
import { DayWorkRepository } from './data/day-work.repository.js';
import type { LoadEntity } from './data/load.entity.js';
import { OrderRepository } from './data/order.repository.js';
import type { PumpJobEntity } from './data/pumping/pump-job.entity.js';
import { TripRepository } from './data/trip.repository.js';
import { OrderQueries } from './order-queries.service.js';
import { SetPumpStay } from './pumping/set-pump-stay.js';
import { findGivenOtherwise, isGivenSo } from './rules/given-otherwise.js';
import { isAssignable } from './rules/order-states.js';
import {
  isAsPlanned,
  isUntilAsPlanned,
  type PlannedItem,
  type PlannedLoad,
  type PlannedPumpJob,
} from './rules/planned-items.js';
import { isPumpUnderWay } from './rules/pumping/pump-stages.js';
import { isSameM3 } from './rules/volume.js';
import { TakeBackLoad } from './take-back-load.js';
import { WithdrawAssignment } from './withdraw-assignment.js';

export interface RefusedItem {
  readonly item: PlannedItem;
  readonly code: string;
  readonly details: unknown;
}

export interface ReleasedPlan {
  readonly released: readonly PlannedItem[];
  /** Told before, and still so. */
  readonly kept: readonly PlannedItem[];
  readonly refused: readonly RefusedItem[];
}

/** An order as a plan has it. */
export interface PlannedOrder {
  readonly id: OrderId;
  /** What it asked for when its plan was seen to follow it, m³. */
  readonly plannedM3: number;
  /** What trucks had taken from it to other orders, and brought it from others, together, m³. */
  readonly divertedM3: number;
  /** Whether the plan does not bring all of it: whoever dispatches by hand brings the rest. */
  readonly isLeftOut: boolean;
}

export interface Releasing {
  /** Minutes by which times may differ from what somebody was told. */
  readonly toldAgainMin: number;
  /** By id: what was given by hand and cannot come so any more, which the plan may do otherwise. */
  readonly givenUp: ReadonlySet<string>;
  /** Refuses, in the transaction of each order and job, what is not the plan to go by any more. */
  readonly assertInForce: (tx: EntityManager) => Promise<void>;
}

/** What people were told of an order, and whether that is what is planned now. */
interface Told {
  readonly held: readonly AssignmentEntity[];
  readonly isLeftOut: boolean;
  readonly isSame: (told: AssignmentEntity, planned: PlannedItem) => boolean;
}

/** By id: what is to be assigned, and the pumps that are there already and stay otherwise than they were told. */
interface Prepared {
  readonly open: ReadonlySet<string>;
  readonly stays: ReadonlySet<string>;
}

const PLAN_CHANGED = 'plan_changed';

/** Makes a plan of whole orders true: what moved is taken back first, then everything is assigned. */
@Injectable()
export class ReleasePlanService {
  constructor(
    private readonly assigning: AssignService,
    private readonly orderQueries: OrderQueries,
    private readonly orders: OrderRepository,
    private readonly assignments: AssignmentRepository,
    private readonly trips: TripRepository,
    private readonly work: DayWorkRepository,
    private readonly takingBack: TakeBackLoad,
    private readonly withdrawal: WithdrawAssignment,
    private readonly pumpStays: SetPumpStay,
    private readonly announcer: ChangeAnnouncer,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Each item is judged and held by itself: what one is refused for does not stop the others.
   *
   * @param orders of the plan; who was told of one that has no items any more is told so
   */
  async release(
    scope: AccessScope,
    orders: readonly PlannedOrder[],
    items: readonly PlannedItem[],
    releasing: Releasing,
  ): Promise<ReleasedPlan> {
    const kept: PlannedItem[] = [];
    const refused: RefusedItem[] = [];
    const open: PlannedItem[] = [];
    const stays = new Set<string>();
    for (const order of orders) {
      const own = items.filter((item) => item.orderId === order.id);
      try {
        const prepared = await this.prepare(scope, order, own, releasing);
        const isTold = ({ id }: PlannedItem) => prepared.open.has(id) || prepared.stays.has(id);
        for (const { id } of own) if (prepared.stays.has(id)) stays.add(id);
        open.push(...own.filter(isTold));
        kept.push(...own.filter((item) => !isTold(item)));
      } catch (error) {
        refused.push(...own.map((item) => asRefused(item, error)));
      }
    }
    const released: PlannedItem[] = [];
    for (const item of open.toSorted((one, other) => +one.startsAt - +other.startsAt)) {
      try {
        if (item.kind === 'pump' && stays.has(item.id)) await this.keepThere(item, releasing);
        else await this.assign(scope, item, releasing);
        released.push(item);
      } catch (error) {
        refused.push(asRefused(item, error));
      }
    }
    return { released, kept, refused };
  }

  /** What is told of its next jobs has been taken back by then. */
  private keepThere(item: PlannedPumpJob, { assertInForce }: Releasing): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      await assertInForce(tx);
      await this.pumpStays.set(tx, item);
    });
  }

  private assign(
    scope: AccessScope,
    item: PlannedItem,
    { assertInForce }: Releasing,
  ): Promise<unknown> {
    const ref = item.kind === 'pump' ? { pumpJobId: item.id } : { loadId: item.id };
    const { vehicleId, driverId, plantId, startsAt, arrivesAt, endsAt } = item;
    const planned = { plantId, startsAt, arrivesAt, endsAt, assertInForce };
    return this.assigning.assign(scope, ref, { vehicleId, driverId, planned });
  }

  /** Shapes an order's loads as planned; what is to be told of it then. */
  private prepare(
    scope: AccessScope,
    { id: orderId, plannedM3, divertedM3, isLeftOut }: PlannedOrder,
    items: readonly PlannedItem[],
    { toldAgainMin, givenUp, assertInForce }: Releasing,
  ): Promise<Prepared> {
    return this.unitOfWork.run(async (tx) => {
      await assertInForce(tx);
      await this.orderQueries.get(scope, orderId, tx);
      // Trips are held before their order, as a reported stage does.
      await this.trips.lockOpenOf(tx, orderId);
      const order = await this.orders.lock(tx, orderId);
      if (!isAssignable(order.state)) {
        throw new DomainError('ORDER_NOT_ASSIGNABLE', `The order is ${order.state}`, {
          state: order.state,
        });
      }
      // What a truck brings from elsewhere takes the place of loads that the plan would have told again.
      const movedM3 = await this.work.divertedM3(tx, orderId);
      if (!isSameM3(order.plannedM3, plannedM3) || !isSameM3(movedM3, divertedM3)) {
        throw new DomainError('PLAN_BEHIND', 'The order has changed since it was planned', {
          orderIds: [orderId],
        });
      }
      const held = await this.assignments.lockReleasedOf(tx, orderId);
      const rows = await this.orders.loadsOf(tx, orderId);
      const otherwise = findGivenOtherwise(held, rows, items, { isLeftOut, givenUp });
      if (otherwise !== null) {
        throw new DomainError('PLAN_ITEM_BY_HAND', 'Given by hand since it was planned', {
          id: otherwise,
        });
      }
      const told: Told = {
        held,
        isLeftOut,
        isSame: (one, planned) => isAsPlanned(one, planned, toldAgainMin),
      };
      const [open, stays] = [new Set<string>(), new Set<string>()];
      const loads = items.flatMap((item) => (item.kind === 'pump' ? [] : [item]));
      await this.shapeLoads(tx, rows, loads, told, open);
      const pumpJobs = items.flatMap((item) => (item.kind === 'pump' ? [item] : []));
      for (const job of pumpJobs) {
        const row = await this.orders.lockPumpJob(tx, job.id);
        if (staysOtherwise(row, job, told, toldAgainMin)) stays.add(job.id);
        else await this.shapePumpJob(tx, row, job, told, open);
      }
      await this.takePumpsBack(tx, pumpJobs, told);
      await this.announcer.order(tx, order);
      return { open, stays };
    });
  }

  private async shapeLoads(
    tx: EntityManager,
    rows: readonly LoadEntity[],
    loads: readonly PlannedLoad[],
    { held, isSame, isLeftOut }: Told,
    open: Set<string>,
  ): Promise<void> {
    const wanted = new Set<string>(loads.map(({ id }) => id));
    for (const row of rows) {
      if (wanted.has(row.id) || row.state === 'dropped') continue;
      const told = held.find(({ loadId }) => loadId === row.id);
      if (isLeftOut && told?.isByHand) continue;
      const isBack =
        row.state === 'planned' || (await this.takingBack.takeBack(tx, row.id, PLAN_CHANGED));
      if (!isBack || isLeftOut) continue;
      const now = await this.orders.lockLoad(tx, row.id);
      await this.orders.changeLoad(tx, now, { state: 'dropped' });
    }
    let lastNo = Math.max(0, ...rows.map(({ loadNo }) => loadNo));
    for (const load of loads) {
      const row = rows.find(({ id }) => id === load.id);
      const shape = { plannedM3: load.m3, dueAt: load.dueAt, kind: load.kind };
      if (!row) {
        lastNo += 1;
        await this.orders.insertLoad(tx, {
          id: load.id,
          orderId: load.orderId,
          loadNo: lastNo,
          ...shape,
          state: 'planned',
          version: 1,
        });
        open.add(load.id);
        continue;
      }
      const assignment = held.find(({ loadId }) => loadId === row.id);
      if (assignment && isGivenSo(assignment, load)) continue;
      if (assignment && isSame(assignment, load) && isSameM3(row.plannedM3, load.m3)) continue;
      const isOpen =
        row.state === 'planned' ||
        row.state === 'dropped' ||
        (await this.takingBack.takeBack(tx, row.id, PLAN_CHANGED));
      if (!isOpen) continue;
      const now = await this.orders.lockLoad(tx, row.id);
      await this.orders.changeLoad(tx, now, { ...shape, state: 'planned' });
      open.add(load.id);
    }
  }

  private async shapePumpJob(
    tx: EntityManager,
    row: PumpJobEntity,
    job: PlannedPumpJob,
    { held, isSame }: Told,
    open: Set<string>,
  ): Promise<void> {
    const assignment = held.find(({ pumpJobId }) => pumpJobId === row.id);
    const isBroken =
      assignment !== undefined &&
      assignment.vehicleId === job.takesOverFrom &&
      assignment.vehicleId !== job.vehicleId;
    if (assignment && (row.state === 'released' || isBroken)) {
      if (isSame(assignment, job) || isGivenSo(assignment, job)) return;
      await this.withdrawal.withdraw(tx, assignment, PLAN_CHANGED, this.clock.now());
    } else if (row.state === 'left' && (job.takesOverFrom !== null || isWantedAgain(row, job))) {
      // It drove away broken, or more was wanted when it had gone: a pump has all of the job before it.
      await this.orders.changePumpJob(tx, row, { state: 'planned', stageEvidence: {} });
    } else if (row.state !== 'planned') return;
    const now = await this.orders.lockPumpJob(tx, job.id);
    await this.orders.changePumpJob(tx, now, { readyByAt: job.readyAt, untilAt: job.untilAt });
    open.add(job.id);
  }

  /** Pumps that were told to come, and that the plan wants no more. */
  private async takePumpsBack(
    tx: EntityManager,
    wanted: readonly PlannedPumpJob[],
    { held, isLeftOut }: Told,
  ): Promise<void> {
    for (const assignment of held) {
      const { pumpJobId } = assignment;
      if (pumpJobId === null || wanted.some(({ id }) => id === pumpJobId)) continue;
      if (isLeftOut && assignment.isByHand) continue;
      const job = await this.orders.lockPumpJob(tx, pumpJobId);
      if (job.state !== 'released') continue;
      await this.withdrawal.withdraw(tx, assignment, PLAN_CHANGED, this.clock.now());
    }
  }
}

/** Whether a pump that is at work, or on its way, is to stay longer or shorter than it was told. */
const staysOtherwise = (
  row: PumpJobEntity,
  job: PlannedPumpJob,
  { held }: Told,
  toldAgainMin: number,
): boolean =>
  isPumpUnderWay(row.state) &&
  held.some(({ pumpJobId, vehicleId }) => pumpJobId === row.id && vehicleId === job.vehicleId) &&
  !isUntilAsPlanned(row, job, toldAgainMin);

/** Whether a pump is to set out after the one that was there has driven away. */
const isWantedAgain = (
  { stageEvidence }: Pick<PumpJobEntity, 'stageEvidence'>,
  { startsAt }: PlannedPumpJob,
): boolean => stageEvidence.left !== undefined && new Date(stageEvidence.left.at) <= startsAt;

function asRefused(item: PlannedItem, error: unknown): RefusedItem {
  if (!(error instanceof DomainError)) throw error;
  return { item, code: error.code, details: error.details };
}
