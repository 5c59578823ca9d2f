import {
  type AccessScope,
  type AssignmentId,
  type Clock,
  CLOCK,
  DomainError,
  type DriverId,
  newId,
  type TripId,
  type VehicleId,
} from '@tongyun/kernel';
import { DriverQueries } from '@tongyun/fleet';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AssignmentJob, JobRef } from './assignment-jobs.service.js';
import {
  type AssignmentPreview,
  AssignmentPreviews,
  type JobPreviews,
  type PlannedTimes,
} from './assignment-previews.service.js';
import { AssignmentQueries } from './assignment-queries.service.js';
import { ChangeAnnouncer } from './change-announcer.service.js';
import type { AssignmentDetails } from './data/assignment-details.repository.js';
import type { AssignmentEntity, AssignmentWarning } from './data/assignment.entity.js';
import { AssignmentRepository } from './data/assignment.repository.js';
import { isLostRace, isOverlap, isTaken } from './data/database-errors.js';
import { OrderRepository } from './data/order.repository.js';
import type { TripEntity } from './data/trip.entity.js';
import { TripRepository } from './data/trip.repository.js';
import { FollowTripService } from './follow-trip.service.js';
import { isAssignable } from './rules/order-states.js';
import { judgeOverride } from './rules/override-reasons.js';

export interface WantedAssignment {
  readonly vehicleId: VehicleId;
  readonly driverId: DriverId;
  readonly overrideReason?: string | undefined;
  /** Plant and times of a plan; left out: by hand, the order's plant, and as late as in time. */
  readonly planned?: PlannedTimes & {
    /** Refuses, in the same transaction, what is not the plan to go by any more. */
    readonly assertInForce: (tx: EntityManager) => Promise<void>;
  };
}

/** Two inserts into one exclusion constraint may wait for each other; the loser looks again. */
const ATTEMPTS = 3;

/** Gives a load or pump job to a vehicle and driver: judged first, then held by the database. */
@Injectable()
export class AssignService {
  constructor(
    private readonly previews: AssignmentPreviews,
    private readonly queries: AssignmentQueries,
    private readonly assignments: AssignmentRepository,
    private readonly orders: OrderRepository,
    private readonly trips: TripRepository,
    private readonly drivers: DriverQueries,
    private readonly followTrip: FollowTripService,
    private readonly announcer: ChangeAnnouncer,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async assign(
    scope: AccessScope,
    ref: JobRef,
    wanted: WantedAssignment,
  ): Promise<AssignmentDetails> {
    const judged = await this.previews.forJob(scope, ref, [wanted], wanted.planned);
    const preview = this.findPair(judged, wanted);
    const overridden = assertPermitted(scope, judged, preview, wanted);
    const assignment = this.toAssignment(scope, judged.job, preview, wanted, overridden);
    await this.hold(judged.job, assignment, wanted.planned?.assertInForce);
    return this.queries.get(scope, assignment.id);
  }

  private findPair({ job, previews }: JobPreviews, wanted: WantedAssignment): AssignmentPreview {
    const [preview] = previews;
    if (!preview) {
      throw new DomainError('VEHICLE_OR_DRIVER_NOT_FOUND', 'No such vehicle or driver', {
        vehicleId: wanted.vehicleId,
        driverId: wanted.driverId,
      });
    }
    if ((preview.vehicle.kind === 'mixer') !== (job.load !== null)) {
      throw new DomainError('VEHICLE_KIND_WRONG', 'A load needs a mixer, a pump job a pump', {
        kind: preview.vehicle.kind,
        job: job.demand.kind,
      });
    }
    return preview;
  }

  private toAssignment(
    scope: AccessScope,
    { load, pumpJob, order, plant }: AssignmentJob,
    { window, warnings }: AssignmentPreview,
    { vehicleId, driverId, overrideReason, planned }: WantedAssignment,
    overridden: readonly AssignmentWarning[],
  ): AssignmentEntity {
    return {
      id: newId<AssignmentId>(),
      enterpriseId: order.enterpriseId,
      orderId: order.id,
      loadId: load?.id ?? null,
      pumpJobId: pumpJob?.id ?? null,
      plantId: plant.id,
      vehicleId,
      driverId,
      startsAt: window.startsAt,
      endsAt: window.endsAt,
      state: 'released',
      isByHand: planned === undefined,
      warnings: [...warnings, ...overridden],
      overrideReason: overridden.length > 0 ? (overrideReason ?? null) : null,
      createdBy: scope.userId,
      createdAt: this.clock.now(),
      cancelledReason: null,
      version: 1,
    };
  }

  /** The constraints have the last word on who is first. */
  private async hold(
    job: AssignmentJob,
    assignment: AssignmentEntity,
    assertInForce?: (tx: EntityManager) => Promise<void>,
  ): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.unitOfWork.run(async (tx) => {
          await assertInForce?.(tx);
          await this.holdIn(tx, job, assignment);
        });
        return;
      } catch (error) {
        if (isOverlap(error)) throw await this.overlapRefusal(assignment);
        if (isTaken(error, 'assignment_load_once')) throw jobTaken(assignment);
        if (attempt === ATTEMPTS || !isLostRace(error)) throw error;
      }
    }
  }

  /** The order is held before its jobs, so that it cannot be called off meanwhile. */
  private async holdIn(
    tx: EntityManager,
    { load, pumpJob, order }: AssignmentJob,
    assignment: AssignmentEntity,
  ): Promise<void> {
    const { state } = await this.orders.lock(tx, order.id);
    if (!isAssignable(state)) {
      throw new DomainError('ORDER_NOT_ASSIGNABLE', `The order is ${state}`, { state });
    }
    if (load) {
      const now = await this.orders.lockLoad(tx, load.id);
      if (now.state !== 'planned') throw jobTaken(assignment);
    }
    if (pumpJob) {
      const now = await this.orders.lockPumpJob(tx, pumpJob.id);
      if (now.state !== 'planned') throw jobTaken(assignment);
      await this.orders.changePumpJob(tx, now, { state: 'released' });
    }
    await this.drivers.holdEmployed(tx, assignment.driverId);
    await this.assignments.insert(tx, assignment);
    if (pumpJob) await this.announcer.pumpJob(tx, pumpJob, assignment);
    if (load) await this.openTrip(tx, assignment, order.siteId as TripEntity['siteId'], load);
    else await this.announcer.order(tx, order);
  }

  private async openTrip(
    tx: EntityManager,
    assignment: AssignmentEntity,
    siteId: TripEntity['siteId'],
    load: { readonly id: TripEntity['loadId']; readonly plannedM3: number },
  ): Promise<void> {
    const { id, enterpriseId, orderId, plantId, vehicleId, driverId, createdAt } = assignment;
    const trip: TripEntity = {
      id: newId<TripId>(),
      assignmentId: id,
      enterpriseId,
      orderId,
      loadId: load.id,
      plantId,
      siteId,
      vehicleId,
      driverId,
      stage: 'assigned',
      plannedM3: load.plannedM3,
      batchedM3: null,
      takenElsewhereM3: 0,
      pourLocation: null,
      batchedPlantId: null,
      batchedAt: null,
      ticketedM3: null,
      undeliveredM3: 0,
      assignedAt: createdAt,
      acceptedAt: null,
      loadStartAt: null,
      leftPlantAt: null,
      arrivedAt: null,
      unloadStartAt: null,
      unloadEndAt: null,
      washStartAt: null,
      backAt: null,
      stageEvidence: { assigned: { at: createdAt.toISOString(), evidence: 'dispatcher' } },
      endReason: null,
      startedAt: null,
      endedAt: null,
      version: 1,
    };
    await this.trips.insert(tx, trip);
    await this.followTrip.follow(tx, trip);
  }

  /** Says who holds the vehicle or driver now, so that the loser can choose again. */
  private async overlapRefusal(lost: AssignmentEntity): Promise<DomainError> {
    const [holder] = await this.assignments.heldWithin(
      this.unitOfWork.reads,
      [lost.vehicleId],
      [lost.driverId],
      { from: lost.startsAt, to: lost.endsAt },
    );
    return new DomainError('ASSIGNMENT_OVERLAPS', 'Vehicle or driver is held for another job', {
      wanted: { startsAt: lost.startsAt, endsAt: lost.endsAt },
      holder: holder && {
        assignmentId: holder.id,
        orderId: holder.orderId,
        orderNo: holder.orderNo,
        startsAt: holder.startsAt,
        endsAt: holder.endsAt,
        holds: holder.vehicleId === lost.vehicleId ? 'vehicle' : 'driver',
      },
    });
  }
}

const jobTaken = ({ loadId, pumpJobId }: AssignmentEntity): DomainError =>
  new DomainError('JOB_ALREADY_ASSIGNED', 'Somebody has assigned it already', {
    loadId,
    pumpJobId,
  });

/** @returns what was overridden, to be shown to whoever looks at the assignment next */
function assertPermitted(
  { roles }: AccessScope,
  { isHardPermission }: JobPreviews,
  { reasons }: AssignmentPreview,
  { overrideReason }: WantedAssignment,
): AssignmentWarning[] {
  const asker = { roles, overrideReason: overrideReason ?? null };
  const verdict = judgeOverride(reasons, asker, isHardPermission);
  if (!verdict.ok) {
    throw new DomainError('ASSIGNMENT_NOT_PERMITTED', 'Vehicle or driver may not do this job', {
      reasons,
      standing: verdict.standing.map(({ code }) => code),
    });
  }
  return verdict.overridden.map(({ code, sentence }) => ({ code, message: sentence.en }));
}
