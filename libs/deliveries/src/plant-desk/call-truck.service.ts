import type { CallTruckRequest } from '@tongyun/contracts';
import { type AccessScope, DomainError, newId, type PlantId, type TripId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ChangeAnnouncer } from '../change-announcer.service.js';
import { isTaken } from '../data/database-errors.js';
import {
  LoadingCallRepository,
  type NamedCall,
} from '../data/plant-desk/loading-call.repository.js';
import { TripRepository } from '../data/trip.repository.js';
import { judgeCall } from '../rules/plant-desk/plant-queue.js';
import { SupplierStanding } from '../supplier-standing.js';
import {
  type PlantQueue,
  PlantQueueQueries,
  type QueuedTrip,
} from './plant-queue-queries.service.js';

/** Calls a truck to a line: the next of the queue, or another with the reason why. */
@Injectable()
export class CallTruckService {
  constructor(
    private readonly queues: PlantQueueQueries,
    private readonly calls: LoadingCallRepository,
    private readonly trips: TripRepository,
    private readonly announcer: ChangeAnnouncer,
    private readonly suppliers: SupplierStanding,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** One truck a line: the database has the last word when two desks call at once. */
  async call(scope: AccessScope, plantId: PlantId, wanted: CallTruckRequest): Promise<NamedCall> {
    try {
      return await this.unitOfWork.run((tx) => this.callIn(tx, scope, plantId, wanted));
    } catch (error) {
      if (isTaken(error, 'loading_call_line_once') || isTaken(error, 'loading_call_trip_once')) {
        throw new DomainError('LINE_TAKEN', 'Somebody has called a truck just now', {
          lineId: wanted.lineId,
        });
      }
      throw error;
    }
  }

  private async callIn(
    tx: EntityManager,
    scope: AccessScope,
    plantId: PlantId,
    { lineId, tripId, reason }: CallTruckRequest,
  ): Promise<NamedCall> {
    const queue = await this.queues.get(scope, plantId, tx);
    this.suppliers.assertMaySupply(queue.plant);
    const line = queue.lines.find(({ id }) => id === lineId);
    if (!line) {
      throw new DomainError('PLANT_LINE_NOT_FOUND', `The plant has no line ${lineId}`, { lineId });
    }
    const truck = findTruck(queue, tripId as TripId | undefined);
    const isJump = assertMayLoad(queue, truck, reason);
    await this.freeLine(tx, scope, queue, lineId);
    const call = {
      id: newId<string>(),
      enterpriseId: queue.plant.enterpriseId,
      plantId,
      lineId,
      tripId: truck.tripId,
      calledBy: scope.userId,
      calledAt: queue.dataAt,
      jumpReason: isJump ? (reason ?? null) : null,
      closedAt: null,
      closedBy: null,
      closeReason: null,
    };
    await this.calls.insert(tx, call);
    const trip = await this.trips.find(tx, truck.tripId);
    if (trip) await this.announcer.trip(tx, trip);
    return { ...call, lineName: line.name };
  }

  /** A call whose truck is loaded or gone holds its line no longer. */
  private async freeLine(
    tx: EntityManager,
    { userId }: AccessScope,
    { trips, dataAt }: PlantQueue,
    lineId: string,
  ): Promise<void> {
    const open = await this.calls.openOfLine(tx, lineId);
    if (!open) return;
    const called = trips.find(({ tripId }) => tripId === open.tripId);
    if (called && (called.state === 'called' || called.state === 'loading')) {
      throw new DomainError('LINE_TAKEN', 'Another truck is called to this line', {
        lineId,
        tripId: called.tripId,
        plateNo: called.plateNo,
      });
    }
    const closing = { closedAt: dataAt, closedBy: userId, closeReason: 'gone' };
    await this.calls.close(tx, open.id, closing);
  }
}

function findTruck({ trips, next }: PlantQueue, tripId: TripId | undefined): QueuedTrip {
  if (tripId === undefined) {
    if (next) return next;
    throw new DomainError('QUEUE_EMPTY', 'No truck waits that may load', {});
  }
  const truck = trips.find((trip) => trip.tripId === tripId);
  if (!truck) throw new DomainError('TRIP_NOT_FOUND', `No trip ${tripId} here`, { id: tripId });
  if (truck.state === 'waiting' || truck.state === 'due') return truck;
  throw new DomainError('TRUCK_NOT_WAITING', `The truck is ${truck.state}`, {
    state: truck.state,
    plateNo: truck.plateNo,
  });
}

const REFUSAL_OF = {
  site_not_ready: ['SITE_NOT_READY', 'The site has not said that it is ready'],
  pump_not_there: ['PUMP_NOT_THERE', 'The pump of its pour is not at the site'],
  jump_refused: ['QUEUE_JUMP_REFUSED', 'Trucks load in the order of the queue here'],
  jump_needs_reason: ['QUEUE_JUMP_NEEDS_REASON', 'Say why it goes before the others'],
} as const;

/** @returns whether it goes before others */
function assertMayLoad(
  { next, rules }: PlantQueue,
  truck: QueuedTrip,
  reason: string | undefined,
): boolean {
  const verdict = judgeCall(truck, next, rules, reason !== undefined);
  if (verdict.ok) return verdict.isJump;
  const [code, message] = REFUSAL_OF[verdict.why];
  throw new DomainError(code, message, {
    tripId: truck.tripId,
    orderNo: truck.orderNo,
    next: next && { tripId: next.tripId, plateNo: next.plateNo },
  });
}
