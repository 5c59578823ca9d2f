import { TrainingQueries, type WithdrawnResult } from '@tongyun/compliance';
import { DriverQueries, EnterpriseQueries, VehicleQueries } from '@tongyun/fleet';
import { type AccessScope, type Clock, CLOCK, type DriverId, SYSTEM_SCOPE } from '@tongyun/kernel';
import type { Reason } from '@tongyun/permission';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import { AssignmentRepository } from './data/assignment.repository.js';
import type { DutyEntity } from './data/duty.entity.js';
import {
  LoadingCallRepository,
  type NamedCall,
} from './data/plant-desk/loading-call.repository.js';
import type { PumpJobDetails } from './data/pumping/pump-job-details.repository.js';
import type { TripDetails } from './data/trip-details.repository.js';
import { DutyPermission } from './duty-permission.service.js';
import { DutyQueries } from './duty-queries.service.js';
import { PumpJobQueries } from './pumping/pump-job-queries.service.js';
import { type SignedTicket, TripPapersQueries } from './tickets/trip-papers-queries.service.js';
import type { StartConfirmationEntity } from './data/start-confirmation.entity.js';
import { StartConfirmationQueries } from './start-confirmation-queries.service.js';
import { TripQueries } from './trip-queries.service.js';

/** What a driver's one screen shows: his duty, his trip, or why he may not drive. */
export interface DriverDay {
  readonly driverId: DriverId;
  readonly driverName: string;
  readonly enterpriseName: string;
  readonly duty: DutyEntity | null;
  /** Plate of the vehicle he is on duty on. */
  readonly plateNo: string | null;
  readonly equipmentNo: string | null;
  readonly trip: TripDetails | null;
  readonly waitingTrips: number;
  /** The job of the pump that he works; null: none. */
  readonly pumpJob: PumpJobDetails | null;
  /** The line that he is called to; null when he is not. */
  readonly call: NamedCall | null;
  /** What his trip's load goes with; null until the plant has issued it. */
  readonly ticket: SignedTicket | null;
  /** When his next job begins, if he has one that has not begun. */
  readonly nextJobAt: Date | null;
  /** What he said of when he begins; null: nothing yet. */
  readonly start: StartConfirmationEntity | null;
  readonly reasons: readonly Reason[];
  /** For want of which he may not work. */
  readonly withdrawnTrainings: readonly WithdrawnResult[];
  readonly dataAt: Date;
}

@Injectable()
export class DriverDayQueries {
  constructor(
    private readonly drivers: DriverQueries,
    private readonly enterprises: EnterpriseQueries,
    private readonly vehicles: VehicleQueries,
    private readonly duties: DutyQueries,
    private readonly trips: TripQueries,
    private readonly pumpJobs: PumpJobQueries,
    private readonly calls: LoadingCallRepository,
    private readonly papers: TripPapersQueries,
    private readonly assignments: AssignmentRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly starts: StartConfirmationQueries,
    private readonly permission: DutyPermission,
    private readonly trainings: TrainingQueries,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async get(scope: AccessScope, driverId: DriverId): Promise<DriverDay> {
    const driver = await this.drivers.get(scope, driverId);
    const enterprise = await this.enterprises.get(SYSTEM_SCOPE, driver.enterpriseId);
    const duty = await this.duties.openDutyOf(scope, { driverId });
    const [trip, ...waiting] = await this.trips.openOfDriver(driverId);
    const vehicleId = duty?.vehicleId ?? trip?.vehicleId ?? null;
    const vehicle = duty && (await this.vehicles.get(SYSTEM_SCOPE, duty.vehicleId));
    const dataAt = this.clock.now();
    return {
      driverId,
      driverName: driver.name,
      enterpriseName: enterprise.name,
      duty,
      plateNo: vehicle?.plateNo ?? null,
      equipmentNo: vehicle?.equipmentNo ?? null,
      trip: trip ?? null,
      waitingTrips: waiting.length,
      pumpJob: await this.pumpJobs.openOfDriver(driverId),
      ticket: trip ? await this.papers.inForceOf(trip.id) : null,
      call: trip ? await this.calls.openOfTrip(this.unitOfWork.reads, trip.id) : null,
      nextJobAt: await this.assignments.nextStartOf(this.unitOfWork.reads, driverId, dataAt),
      start: await this.starts.lastOf(driverId),
      reasons: await this.permission.judge(driver, vehicleId, dataAt, dataAt),
      withdrawnTrainings: await this.trainings.withdrawnOf(driverId),
      dataAt,
    };
  }
}
