import { type AccessScope, DomainError, type DriverId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import { DRIVER_DIRECTORY, type DriverDirectory } from './accounts.tokens.js';
import { DeviceCodeRepository } from './data/device-code.repository.js';
import { UserRepository } from './data/user.repository.js';
import { EndSignInsService } from './end-sign-ins.service.js';

@Injectable()
export class RevokeDevicesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly users: UserRepository,
    private readonly codes: DeviceCodeRepository,
    private readonly endSignIns: EndSignInsService,
    @Inject(DRIVER_DIRECTORY) private readonly drivers: DriverDirectory,
  ) {}

  /** Ends the sign-ins of all phones of a driver at once, and his codes that wait to be used. */
  async revoke(scope: AccessScope, driverId: DriverId): Promise<void> {
    if (!(await this.drivers.find(scope, driverId))) {
      throw new DomainError('DRIVER_NOT_FOUND', 'No such driver', { driverId });
    }
    await this.unitOfWork.run(async (tx) => {
      await this.codes.forgetOf(tx, driverId);
      const user = await this.users.findByDriver(tx, driverId);
      if (!user) return;
      await this.endSignIns.end(tx, scope, user.id, { kind: 'phones_ended', reason: null });
    });
  }
}
