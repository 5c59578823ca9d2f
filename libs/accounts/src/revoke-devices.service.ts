import { type AccessScope, type Clock, CLOCK, DomainError, type DriverId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DRIVER_DIRECTORY, type DriverDirectory } from './accounts.tokens.js';
import { DeviceCodeRepository } from './data/device-code.repository.js';
import { PhoneKeyRepository } from './data/phone-key.repository.js';
import { UserRepository } from './data/user.repository.js';
import { EndSignInsService } from './end-sign-ins.service.js';

@Injectable()
export class RevokeDevicesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly users: UserRepository,
    private readonly codes: DeviceCodeRepository,
    private readonly keys: PhoneKeyRepository,
    private readonly endSignIns: EndSignInsService,
    @Inject(DRIVER_DIRECTORY) private readonly drivers: DriverDirectory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Ends the sign-ins of all phones of a driver at once, his codes that wait to be used, and his keys. */
  async revoke(scope: AccessScope, driverId: DriverId): Promise<void> {
    if (!(await this.drivers.find(scope, driverId))) {
      throw new DomainError('DRIVER_NOT_FOUND', 'No such driver', { driverId });
    }
    await this.unitOfWork.run((tx) => this.revokeIn(tx, scope, driverId, null));
  }

  /** The same inside somebody else's transaction, who has seen to it that the asker may. */
  async revokeIn(
    tx: EntityManager,
    scope: AccessScope,
    driverId: DriverId,
    reason: string | null,
  ): Promise<void> {
    await this.codes.forgetOf(tx, driverId);
    await this.keys.revokeOf(tx, driverId, scope.userId, this.clock.now());
    const user = await this.users.findByDriver(tx, driverId);
    if (user) await this.endSignIns.end(tx, scope, user.id, { kind: 'phones_ended', reason });
  }
}
