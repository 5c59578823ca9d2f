import { Outbox } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AssignmentEntity } from './data/assignment.entity.js';
import type { DiversionEntity } from './data/diversion.entity.js';
import type { DutyEntity } from './data/duty.entity.js';
import type { OrderEntity } from './data/order.entity.js';
import type { PumpJobEntity } from './data/pumping/pump-job.entity.js';
import type { TripEntity } from './data/trip.entity.js';
import type { DeliveryEvents } from './deliveries.events.js';

/** Writes this slice's events beside the change they tell of. */
@Injectable()
export class ChangeAnnouncer {
  constructor(private readonly outbox: Outbox) {}

  trip(tx: EntityManager, trip: TripEntity): Promise<void> {
    const { id: tripId, vehicleId, driverId, orderId, enterpriseId, stage } = trip;
    return this.outbox.publish<DeliveryEvents>(tx, {
      name: 'trip.changed',
      orderingKey: vehicleId,
      payload: { tripId, vehicleId, driverId, orderId, enterpriseId, stage },
    });
  }

  diversion(tx: EntityManager, row: DiversionEntity): Promise<void> {
    const { id: diversionId, tripId, vehicleId, kind, reason, approvedBy, decidedBy } = row;
    return this.outbox.publish<DeliveryEvents>(tx, {
      name: 'trip.diverted',
      orderingKey: vehicleId,
      payload: {
        diversionId,
        tripId,
        vehicleId,
        kind,
        reason,
        approvedBy,
        decidedBy,
        at: row.divertedAt.toISOString(),
        until: row.untilAt.toISOString(),
      },
    });
  }

  pumpJob(
    tx: EntityManager,
    {
      id: pumpJobId,
      orderId,
      enterpriseId,
    }: Pick<PumpJobEntity, 'id' | 'orderId' | 'enterpriseId'>,
    { vehicleId }: Pick<AssignmentEntity, 'vehicleId'>,
  ): Promise<void> {
    return this.outbox.publish<DeliveryEvents>(tx, {
      name: 'pump_job.changed',
      orderingKey: vehicleId,
      payload: { pumpJobId, orderId, vehicleId, enterpriseId },
    });
  }

  order(tx: EntityManager, { id, enterpriseId }: Pick<OrderEntity, 'id' | 'enterpriseId'>) {
    return this.outbox.publish<DeliveryEvents>(tx, {
      name: 'order.changed',
      orderingKey: id,
      payload: { orderId: id, enterpriseId },
    });
  }

  wants(
    tx: EntityManager,
    { id, enterpriseId }: Pick<OrderEntity, 'id' | 'enterpriseId'>,
    saidBy: string,
  ) {
    return this.outbox.publish<DeliveryEvents>(tx, {
      name: 'order.wants_changed',
      orderingKey: id,
      payload: { orderId: id, enterpriseId, saidBy },
    });
  }

  duty(tx: EntityManager, { id: dutyId, driverId, vehicleId, enterpriseId }: DutyEntity) {
    return this.outbox.publish<DeliveryEvents>(tx, {
      name: 'duty.changed',
      orderingKey: vehicleId,
      payload: { dutyId, driverId, vehicleId, enterpriseId },
    });
  }

  refusedDuty(tx: EntityManager, payload: DeliveryEvents['duty.refused']): Promise<void> {
    const { driverId: orderingKey } = payload;
    return this.outbox.publish<DeliveryEvents>(tx, { name: 'duty.refused', orderingKey, payload });
  }
}
