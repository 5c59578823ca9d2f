import { type ComplianceEvents, FactsQueries } from '@tongyun/compliance';
import {
  ConcreteLives,
  type DeliveryEvents,
  DutyQueries,
  PumpJobQueries,
  type TripContext,
  TripQueries,
} from '@tongyun/deliveries';
import { type Clock, CLOCK, type DriverId, SYSTEM_SCOPE, type VehicleId } from '@tongyun/kernel';
import { EventRelay, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { JudgeInputs } from './data/judge-inputs.repository.js';
import { TripWaysRepository } from './data/trip-ways.repository.js';
import { JudgeWake } from './judge-wake.js';
import type { DutyFacts, TripFacts } from './rules/inputs.js';
import { toPumpFacts } from './pump-facts.js';
import { toTripFacts } from './trip-facts.js';

/** Tells the judge what trip or pump job a vehicle is on, and who is on duty on it with what trainings. */
@Injectable()
export class QueueWhenTripChanged implements OnModuleInit {
  constructor(
    private readonly relay: EventRelay,
    private readonly trips: TripQueries,
    private readonly pumpJobs: PumpJobQueries,
    private readonly duties: DutyQueries,
    private readonly facts: FactsQueries,
    private readonly lives: ConcreteLives,
    private readonly ways: TripWaysRepository,
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
    this.relay.listen<DeliveryEvents['pump_job.changed']>({
      name: 'tracking.queue-when-pump-job-changed',
      event: 'pump_job.changed',
      handle: (tx, { vehicleId }) => this.queue(tx, vehicleId),
    });
    this.relay.listen<DeliveryEvents['duty.changed']>({
      name: 'tracking.queue-when-duty-changed',
      event: 'duty.changed',
      handle: (tx, { vehicleId }) => this.queue(tx, vehicleId),
    });
    this.relay.listen<ComplianceEvents['compliance.driver_changed']>({
      name: 'tracking.queue-when-driver-changed',
      event: 'compliance.driver_changed',
      handle: (tx, { driverId }) => this.queueDriver(tx, driverId),
    });
  }

  /** Puts the trip, the pump job and the duty of a vehicle, as they are now, before the judge. */
  async queue(tx: EntityManager, vehicleId: VehicleId): Promise<void> {
    const now = this.clock.now();
    const trip = await this.trips.contextOf(vehicleId, now, tx);
    const pumpJob = await this.pumpJobs.openOfVehicle(vehicleId, tx);
    await this.inputs.tripChanged(tx, vehicleId, now, {
      trip: trip && (await this.factsOf(trip, now, tx)),
      pump: pumpJob && toPumpFacts(pumpJob),
      duty: await this.dutyOn(vehicleId, tx),
    });
    this.unitOfWork.onCommit(tx, () => this.judgeWake.wake());
  }

  private async factsOf(trip: TripContext, now: Date, tx: EntityManager): Promise<TripFacts> {
    const life = await this.lives.limitsOf(trip, trip.batchedAt ?? now, tx);
    return toTripFacts(trip, life, await this.ways.pathOf(tx, trip.tripId));
  }

  private async queueDriver(tx: EntityManager, driverId: DriverId): Promise<void> {
    const duty = await this.duties.openDutyOf(SYSTEM_SCOPE, { driverId }, tx);
    if (duty !== null) await this.queue(tx, duty.vehicleId);
  }

  private async dutyOn(vehicleId: VehicleId, tx: EntityManager): Promise<DutyFacts | null> {
    const duty = await this.duties.openDutyOf(SYSTEM_SCOPE, { vehicleId }, tx);
    if (duty === null) return null;
    const [driver] = await this.facts.driverFacts(SYSTEM_SCOPE, [duty.driverId], tx);
    const { driverId, enterpriseId } = duty;
    return { driverId, enterpriseId, trainings: driver?.trainings ?? [] };
  }
}
