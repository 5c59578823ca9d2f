import { RevokeDevicesService } from '@tongyun/accounts';
import type { EndEmploymentRequest } from '@tongyun/contracts';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  type DriverId,
  localTimeOf,
  newId,
} from '@tongyun/kernel';
import { assertUnchanged, Outbox, TIME_ZONE, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DriverEntity } from '../data/driver.entity.js';
import { EmploymentRepository } from '../data/employment.repository.js';
import type { FleetEvents } from '../fleet.events.js';
import { EmployedDriver } from './employed-driver.js';

@Injectable()
export class EndEmploymentService {
  constructor(
    private readonly employed: EmployedDriver,
    private readonly employment: EmploymentRepository,
    private readonly devices: RevokeDevicesService,
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(TIME_ZONE) private readonly timeZone: string,
  ) {}

  /**
   * Lets a driver go from now on: his phones are signed out and he gets no work. What he did stays.
   *
   * @param ifMatch the version that was seen, as an entity tag
   */
  end(
    scope: AccessScope,
    id: DriverId,
    { leftOn, reason }: EndEmploymentRequest,
    ifMatch: string | undefined,
  ): Promise<DriverEntity> {
    return this.unitOfWork.run(async (tx) => {
      const driver = await this.employed.hold(tx, scope, id);
      assertUnchanged(ifMatch, driver, { version: driver.version });
      const now = this.clock.now();
      this.assertOver(driver, leftOn, now);
      await this.assertIdle(tx, id, now);
      await this.employment.keep(tx, {
        id: newId<string>(),
        driverId: id,
        kind: 'left',
        before: null,
        leftOn,
        reason,
        decidedBy: scope.userId,
        decidedAt: now,
      });
      await this.devices.revokeIn(tx, scope, id, reason);
      await this.outbox.publish<FleetEvents>(tx, {
        name: 'fleet.driver_left',
        orderingKey: id,
        payload: { driverId: id },
      });
      return this.employment.save(tx, Object.assign(driver, { leftOn, leftAt: now }));
    });
  }

  /** He is shut out at once, so his last day cannot be to come; nor did he leave before he was entered. */
  private assertOver({ createdAt }: DriverEntity, leftOn: string, now: Date): void {
    const { on: today } = localTimeOf(now, this.timeZone);
    const { on: enteredOn } = localTimeOf(createdAt, this.timeZone);
    if (leftOn > today) {
      throw new DomainError('DRIVER_END_IN_FUTURE', 'His last day has not come', { leftOn, today });
    }
    if (leftOn < enteredOn) {
      throw new DomainError('DRIVER_END_BEFORE_ENTRY', 'He was not entered yet on that day', {
        leftOn,
        enteredOn,
      });
    }
  }

  private async assertIdle(tx: EntityManager, id: DriverId, now: Date): Promise<void> {
    const work = await this.employment.workOf(tx, id, now);
    if (!work.isOnDuty && work.openJobs === 0 && !work.isLent) return;
    throw new DomainError('DRIVER_AT_WORK', 'He is on duty, has jobs to do or is lent', {
      ...work,
    });
  }
}
