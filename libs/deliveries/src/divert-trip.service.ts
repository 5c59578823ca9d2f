import {
  type AccessScope,
  type AssignmentId,
  type Clock,
  CLOCK,
  DomainError,
  maySeeEnterprise,
  newId,
  type PlantId,
  type TripId,
} from '@tongyun/kernel';
import { assertUnchanged, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ChangeAnnouncer } from './change-announcer.service.js';
import { type AssignmentEntity, type AssignmentWarning } from './data/assignment.entity.js';
import { AssignmentRepository } from './data/assignment.repository.js';
import { isLostRace, isOverlap, isTaken } from './data/database-errors.js';
import type { DiversionEntity } from './data/diversion.entity.js';
import { DiversionRepository } from './data/diversion.repository.js';
import { OrderRepository } from './data/order.repository.js';
import { type LockedTrip, TripRepository } from './data/trip.repository.js';
import { DIVERTED, FillLoad, type GoalLoad, loadTaken } from './fill-load.js';
import { FollowTripService } from './follow-trip.service.js';
import { ReopenLoad } from './reopen-load.js';
import { carriedM3Of, carriesConcrete } from './rules/diversion/carried-concrete.js';
import { goBack, goOnElsewhere } from './rules/diversion/go-on-elsewhere.js';
import { timesOf } from './rules/stage-times.js';
import { roundM3, SMALLEST_M3 } from './rules/volume.js';
import { ReplaceTicket } from './tickets/replace-ticket.js';

export type DiversionGoal =
  | ({ readonly kind: 'order' } & GoalLoad)
  | { readonly kind: 'place'; readonly pourLocation: string }
  | { readonly kind: 'plant'; readonly plantId: PlantId };

/** What was judged and allowed: where to, by whom, and on what grounds. */
export interface AllowedDiversion {
  readonly goal: DiversionGoal;
  /** What the former site took of it, m³; 0: nothing. */
  readonly takenM3: number;
  readonly reason: string;
  readonly approvedBy: string;
  /** When its concrete is expected to be out of the drum, or back. */
  readonly endsAt: Date;
  readonly figures: DiversionEntity['figures'];
  readonly overridden: readonly AssignmentWarning[];
}

/** Two people may send the same truck or fill the same load; the loser looks again and is told. */
const ATTEMPTS = 3;

interface Diverting {
  readonly locked: LockedTrip;
  readonly allowed: AllowedDiversion;
  readonly carriedM3: number;
  readonly now: Date;
}

/**
 * Sends concrete elsewhere than ordered. The trip keeps its batch and its way and changes its order,
 * load and site; the order that loses it is open again. Whether it fits is judged before, outside
 * of the transaction; what may have changed since is looked at again here.
 */
@Injectable()
export class DivertTripService {
  constructor(
    private readonly trips: TripRepository,
    private readonly orders: OrderRepository,
    private readonly assignments: AssignmentRepository,
    private readonly diversions: DiversionRepository,
    private readonly reopening: ReopenLoad,
    private readonly filling: FillLoad,
    private readonly replacing: ReplaceTicket,
    private readonly followTrip: FollowTripService,
    private readonly announcer: ChangeAnnouncer,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param ifMatch the version of the trip that the person saw */
  async divert(
    scope: AccessScope,
    tripId: TripId,
    allowed: AllowedDiversion,
    ifMatch: string | undefined,
  ): Promise<DiversionEntity> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.unitOfWork.run((tx) =>
          this.divertIn(tx, scope, tripId, allowed, ifMatch),
        );
      } catch (error) {
        if (isOverlap(error)) {
          throw new DomainError('ASSIGNMENT_OVERLAPS', 'The truck is held for another job', {
            tripId,
          });
        }
        if (isTaken(error, 'assignment_load_once'))
          throw loadTaken(allowed.goal.kind === 'order' ? allowed.goal.loadId : null);
        if (attempt === ATTEMPTS || !isLostRace(error)) throw error;
      }
    }
  }

  private async divertIn(
    tx: EntityManager,
    scope: AccessScope,
    tripId: TripId,
    allowed: AllowedDiversion,
    ifMatch: string | undefined,
  ): Promise<DiversionEntity> {
    const { goal, takenM3 } = allowed;
    const orderId = goal.kind === 'order' ? goal.orderId : null;
    const locked = await this.trips.lockToDivert(tx, tripId, orderId);
    if (!locked || !maySeeEnterprise(scope, locked.trip.enterpriseId)) {
      throw new DomainError('TRIP_NOT_FOUND', `No trip ${tripId}`, { id: tripId });
    }
    const { trip } = locked;
    assertUnchanged(ifMatch, trip, { stage: trip.stage, orderId: trip.orderId });
    assertCarries(locked, takenM3);
    const now = this.clock.now();
    const carriedM3 = roundM3(carriedM3Of(trip) - takenM3);
    const diverting = { locked, allowed, carriedM3, now };
    const row = this.toRow(scope, diverting);
    await this.diversions.insert(tx, row);
    await this.announcer.diversion(tx, row);
    if (goal.kind === 'order') await this.toOrder(tx, scope, diverting, goal);
    if (goal.kind === 'plant') await this.toPlant(tx, scope, diverting, goal.plantId);
    if (goal.kind === 'place') await this.toPlace(tx, scope, diverting, goal.pourLocation);
    return row;
  }

  private async toOrder(
    tx: EntityManager,
    scope: AccessScope,
    diverting: Diverting,
    goal: GoalLoad,
  ): Promise<void> {
    const { locked, allowed, carriedM3, now } = diverting;
    const { trip } = locked;
    // Two orders are held in order of id, so that two diversions across never wait for each other.
    const ids = [...new Set([trip.orderId, goal.orderId])].toSorted();
    for (const id of ids) await this.orders.lock(tx, id);
    await this.leaveLoad(tx, diverting);
    await this.filling.fill(tx, goal, carriedM3);
    const former = await this.orders.lock(tx, trip.orderId);
    const next = await this.orders.lock(tx, goal.orderId);
    for (const order of [former, next]) {
      await this.announcer.wants(tx, order, allowed.approvedBy);
    }
    const { siteId } = next;
    const assignmentId = await this.moveAssignment(tx, scope, diverting, goal);
    const progress = goOnElsewhere(trip, { isSameSite: siteId === trip.siteId, at: now });
    const changed = await this.trips.change(tx, trip, {
      ...progress,
      ...timesOf(progress.stageEvidence),
      assignmentId,
      orderId: goal.orderId,
      loadId: goal.loadId,
      siteId,
      pourLocation: null,
      plannedM3: carriedM3,
      takenElsewhereM3: roundM3(trip.takenElsewhereM3 + allowed.takenM3),
      // What the former site sent back is what this one gets.
      undeliveredM3: 0,
      batchedPlantId: trip.batchedPlantId ?? trip.plantId,
      // Of the trips of a load the newest counts, and this one is its newest from now on.
      assignedAt: now,
    });
    const ticketed = await this.replacing.replace(tx, scope, changed, allowed.reason);
    await this.followTrip.follow(tx, ticketed);
    await this.reopening.followLoads(tx, trip.orderId);
  }

  private async toPlant(
    tx: EntityManager,
    scope: AccessScope,
    diverting: Diverting,
    plantId: PlantId,
  ): Promise<void> {
    const { locked, allowed, carriedM3, now } = diverting;
    const { trip } = locked;
    const order = await this.orders.lock(tx, trip.orderId);
    await this.leaveLoad(tx, diverting);
    await this.announcer.wants(tx, order, allowed.approvedBy);
    const progress = goBack(trip, now, allowed.reason);
    const changed = await this.trips.change(tx, trip, {
      ...progress,
      plantId,
      takenElsewhereM3: roundM3(trip.takenElsewhereM3 + allowed.takenM3),
      batchedPlantId: trip.batchedPlantId ?? trip.plantId,
    });
    const { reason } = allowed;
    const ticketed = await this.replacing.takeBack(tx, scope, changed, carriedM3, reason);
    await this.followTrip.follow(tx, ticketed);
  }

  private async toPlace(
    tx: EntityManager,
    scope: AccessScope,
    { locked, allowed }: Diverting,
    pourLocation: string,
  ): Promise<void> {
    const { trip } = locked;
    if (trip.endedAt !== null || trip.stage === 'diverted' || allowed.takenM3 >= SMALLEST_M3) {
      throw new DomainError('TRIP_NOT_LOADED', 'It is not on its way to that site any more', {
        stage: trip.stage,
      });
    }
    await this.orders.lock(tx, trip.orderId);
    const changed = await this.trips.change(tx, trip, { pourLocation });
    await this.announcer.trip(tx, await this.replacing.replace(tx, scope, changed, allowed.reason));
  }

  /** What the former site took stays its own; the rest of its load is wanted again. */
  private async leaveLoad(tx: EntityManager, { locked, allowed, now }: Diverting): Promise<void> {
    const { trip } = locked;
    const isOurs = await this.reopening.reopen(tx, trip, allowed.takenM3, now);
    if (isOurs || allowed.takenM3 < SMALLEST_M3) return;
    throw new DomainError('DIVERSION_VOLUME_WRONG', 'Another truck has taken that load over', {
      takenM3: allowed.takenM3,
      carriedM3: carriedM3Of(trip),
    });
  }

  /** The old job is done with; the new one holds truck and driver, as far as they are not held yet. */
  private async moveAssignment(
    tx: EntityManager,
    scope: AccessScope,
    { locked, allowed, now }: Diverting,
    { orderId, loadId }: GoalLoad,
  ): Promise<AssignmentId> {
    const { trip } = locked;
    const former = await this.assignments.lock(tx, trip.assignmentId);
    if (former.state === 'released') {
      await this.assignments.change(tx, former, { state: 'done', cancelledReason: DIVERTED });
    }
    const [next] = await this.assignments.heldWithin(tx, [trip.vehicleId], [trip.driverId], {
      from: now,
      to: allowed.endsAt,
    });
    // A truck may have begun before its window.
    const startsAt = former.startsAt < now ? former.startsAt : now;
    const isLate = next !== undefined && next.startsAt > startsAt;
    const assignment: AssignmentEntity = {
      ...former,
      id: newId<AssignmentId>(),
      orderId,
      loadId,
      startsAt,
      // A prediction that overlaps the next job only warns: the concrete is in the drum.
      endsAt: isLate ? next.startsAt : allowed.endsAt,
      state: 'released',
      warnings: [...allowed.overridden, ...(isLate ? [NEXT_JOB_LATE] : [])],
      overrideReason: allowed.overridden.length > 0 ? allowed.reason : null,
      createdBy: scope.userId,
      createdAt: now,
      cancelledReason: null,
      version: 1,
    };
    await this.assignments.insert(tx, assignment);
    return assignment.id;
  }

  private toRow(
    scope: AccessScope,
    { locked, allowed, carriedM3, now }: Diverting,
  ): DiversionEntity {
    const { trip } = locked;
    const { goal, takenM3, reason, approvedBy, endsAt, figures, overridden } = allowed;
    return {
      id: newId<string>(),
      tripId: trip.id,
      enterpriseId: trip.enterpriseId,
      vehicleId: trip.vehicleId,
      kind: goal.kind,
      fromOrderId: trip.orderId,
      fromLoadId: trip.loadId,
      fromSiteId: trip.siteId,
      fromStages: trip.stageEvidence,
      toOrderId: goal.kind === 'order' ? goal.orderId : null,
      toLoadId: goal.kind === 'order' ? goal.loadId : null,
      toPourLocation: goal.kind === 'place' ? goal.pourLocation : null,
      toPlantId: goal.kind === 'plant' ? goal.plantId : null,
      takenM3,
      carriedM3,
      reason,
      approvedBy,
      decidedBy: scope.userId,
      divertedAt: now,
      untilAt: endsAt,
      figures,
      overridden: [...overridden],
    };
  }
}

const NEXT_JOB_LATE: AssignmentWarning = {
  code: 'next_job_late',
  message: 'Its next job begins before this one is expected to end',
};

/** Concrete is in the drum, and the truck has not begun on something else since. */
function assertCarries({ trip, underWay }: LockedTrip, takenM3: number): void {
  const isOver = trip.endedAt !== null && underWay.length > 0;
  if (isOver || !carriesConcrete(trip)) {
    throw new DomainError('TRIP_NOT_LOADED', 'Its drum holds nothing that could be sent on', {
      stage: trip.stage,
    });
  }
  const carriedM3 = carriedM3Of(trip);
  if (takenM3 < carriedM3 - SMALLEST_M3) return;
  throw new DomainError('DIVERSION_VOLUME_WRONG', 'The site cannot have taken all of it', {
    carriedM3,
    takenM3,
  });
}
