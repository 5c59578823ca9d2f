import type { DriverId, VehicleId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  type PumpJobDetails,
  PumpJobDetailsRepository,
} from '../data/pumping/pump-job-details.repository.js';

/** The job that a pump or its operator has: the one under way, else the next one. */
@Injectable()
export class PumpJobQueries {
  constructor(
    private readonly jobs: PumpJobDetailsRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** The operator's own; null: none. */
  async openOfDriver(driverId: DriverId): Promise<PumpJobDetails | null> {
    return (await this.jobs.openOfDriver(this.unitOfWork.reads, driverId)) ?? null;
  }

  /** For the judge, whoever's it is; null: none. */
  async openOfVehicle(vehicleId: VehicleId, tx: EntityManager): Promise<PumpJobDetails | null> {
    return (await this.jobs.openOfVehicle(tx, vehicleId)) ?? null;
  }

  /** For the planner, which is to know when they are free. */
  openOfVehicles(vehicleIds: readonly VehicleId[]): Promise<PumpJobDetails[]> {
    return this.jobs.openOfVehicles(this.unitOfWork.reads, vehicleIds);
  }
}
