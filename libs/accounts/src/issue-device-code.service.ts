import {
  type AccessScope,
  addMinutes,
  type Clock,
  CLOCK,
  DomainError,
  type DriverId,
  newId,
} from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DRIVER_DIRECTORY, type DriverDirectory } from './accounts.tokens.js';
import { DeviceCodeRepository } from './data/device-code.repository.js';
import { hashOfSecret, newDeviceCode } from './secrets.js';

const GOOD_FOR_MIN = 15;

export interface IssuedDeviceCode {
  /** Eight digits. */
  readonly code: string;
  readonly expiresAt: Date;
}

@Injectable()
export class IssueDeviceCodeService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly codes: DeviceCodeRepository,
    @Inject(DRIVER_DIRECTORY) private readonly drivers: DriverDirectory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Makes the code with which a driver signs in on his phone once. */
  async issue(scope: AccessScope, driverId: DriverId): Promise<IssuedDeviceCode> {
    if (!(await this.drivers.find(scope, driverId))) {
      throw new DomainError('DRIVER_NOT_FOUND', 'No such driver', { driverId });
    }
    return this.unitOfWork.run(async (tx) => {
      await this.codes.forgetExpired(tx, this.clock.now());
      return this.addNew(tx, scope, driverId);
    });
  }

  private async addNew(
    tx: EntityManager,
    scope: AccessScope,
    driverId: DriverId,
  ): Promise<IssuedDeviceCode> {
    const code = newDeviceCode();
    const issuedAt = this.clock.now();
    const expiresAt = addMinutes(issuedAt, GOOD_FOR_MIN);
    const isNew = await this.codes.add(tx, {
      id: newId<string>(),
      codeHash: hashOfSecret(code),
      driverId,
      issuedBy: scope.userId,
      issuedAt,
      expiresAt,
      usedAt: null,
    });
    return isNew ? { code, expiresAt } : this.addNew(tx, scope, driverId);
  }
}
