import type { AskDriverNameRequest } from '@tongyun/contracts';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  type DriverId,
  type DriverNameRequestId,
  newId,
} from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DriverEntity } from '../data/driver.entity.js';
import { EmploymentRepository } from '../data/employment.repository.js';
import {
  DriverNameRepository,
  type DriverNameRequestRow,
} from '../data/names/driver-name.repository.js';
import { EmployedDriver } from '../employment/employed-driver.js';
import { DriverNameBook } from './driver-name-book.js';
import { DriverNameQueries } from './driver-name-queries.service.js';

@Injectable()
export class AskForNameService {
  constructor(
    private readonly employed: EmployedDriver,
    private readonly employment: EmploymentRepository,
    private readonly names: DriverNameRepository,
    private readonly book: DriverNameBook,
    private readonly queries: DriverNameQueries,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** For a driver of one's own who was examined; one who was not is renamed by his enterprise itself. */
  ask(
    scope: AccessScope,
    driverId: DriverId,
    { name, reason }: AskDriverNameRequest,
  ): Promise<DriverNameRequestRow> {
    return this.unitOfWork.run(async (tx) => {
      const driver = await this.employed.hold(tx, scope, driverId);
      await this.assertNeeded(tx, driver, name);
      const id = newId<DriverNameRequestId>();
      await this.book.ask(tx, {
        id,
        driverId,
        nameBefore: driver.name,
        name,
        reason,
        state: 'asked',
        askedBy: scope.userId,
        askedAt: this.clock.now(),
        version: 1,
      });
      return this.queries.get(scope, id, tx);
    });
  }

  private async assertNeeded(tx: EntityManager, driver: DriverEntity, name: string): Promise<void> {
    const { id } = driver;
    if (driver.name === name) {
      throw new DomainError('DRIVER_UNCHANGED', 'He is called so already', { id });
    }
    if (!(await this.employment.isExamined(tx, id))) {
      throw new DomainError('DRIVER_NOT_EXAMINED', 'His enterprise corrects his name itself', {
        id,
      });
    }
    if (await this.names.isOpen(tx, id)) {
      throw new DomainError('DRIVER_NAME_REQUEST_OPEN', 'A name was asked for him already', { id });
    }
  }
}
