import { type DeliveryEvents, TripQueries } from '@tongyun/deliveries';
import { type Clock, CLOCK, type VehicleId } from '@tongyun/kernel';
import { EventRelay, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { JudgeInputs } from './data/judge-inputs.repository.js';
import { JudgeWake } from './judge-wake.js';
import { toTripFacts } from './trip-facts.js';

/** Tells the judge what trip a vehicle is on, and shows the map who drives it. */
@Injectable()
export class QueueWhenTripChanged implements OnModuleInit {
  constructor(
    private readonly relay: EventRelay,
    private readonly trips: TripQueries,
    private readonly inputs: JudgeInputs,
    private readonly unitOfWork: UnitOfWork,
    private readonly judgeWake: JudgeWake,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.relay.listen<DeliveryEvents['trip.changed']>({
      name: 'tracking.queue-when-trip-changed',
      event: 'trip.changed',
      handle: (tx, { vehicleId }) => this.queue(tx, vehicleId),
    });
    this.relay.listen<DeliveryEvents['duty.changed']>({
      name: 'tracking.queue-when-duty-changed',
      event: 'duty.changed',
      handle: (tx, { vehicleId }) => this.queue(tx, vehicleId),
    });
  }

  private async queue(tx: EntityManager, vehicleId: VehicleId): Promise<void> {
    const now = this.clock.now();
    const trip = await this.trips.contextOf(vehicleId, now, tx);
    await this.inputs.tripChanged(tx, vehicleId, now, trip === null ? null : toTripFacts(trip));
    this.unitOfWork.onCommit(tx, () => this.judgeWake.wake());
  }
}
