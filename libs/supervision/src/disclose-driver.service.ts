import type { DisclosedDriverView } from '@tongyun/contracts';
import {
  type AccessScope,
  addMinutes,
  type Clock,
  CLOCK,
  DomainError,
  newId,
} from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import { CheckedVehicleRepository } from './data/checked-vehicle.repository.js';
import { RoadsideOutcomeRepository } from './data/roadside-outcome.repository.js';

/** An officer asks at the stop, and not days later who it was. */
const WITHIN_MIN = 60;

/** Shows an officer who drove the vehicle that he has just asked about, at the instant he asked about. */
@Injectable()
export class DiscloseDriverService {
  constructor(
    private readonly checks: CheckedVehicleRepository,
    private readonly disclosures: RoadsideOutcomeRepository,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Name and number, once the purpose is on record. */
  disclose(scope: AccessScope, checkId: string, purpose: string): Promise<DisclosedDriverView> {
    return this.unitOfWork.run(async (tx) => {
      const now = this.clock.now();
      const check = await this.checks.find(tx, scope, checkId);
      if (!check)
        throw new DomainError('ROADSIDE_CHECK_NOT_FOUND', `No check ${checkId}`, { checkId });
      if (check.askedAt < addMinutes(now, -WITHIN_MIN)) {
        throw new DomainError('ROADSIDE_CHECK_TOO_OLD', 'Ask about the vehicle again', {
          withinMin: WITHIN_MIN,
        });
      }
      const driver =
        check.vehicleId && (await this.checks.driverAt(tx, check.vehicleId, check.judgedFor));
      if (!driver) throw new DomainError('DRIVER_NOT_FOUND', 'Nobody is on duty on the vehicle');
      const { driverId, name, phone, enterpriseName } = driver;
      await this.disclosures.insertDisclosure(tx, {
        id: newId(),
        checkId,
        driverId,
        purpose,
        askedBy: scope.userId,
        badgeNo: check.badgeNo,
        agency: scope.agency,
        askedAt: now,
      });
      return { name, phone, enterpriseName };
    });
  }
}
