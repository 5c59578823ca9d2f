import { type Clock, CLOCK, DomainError, newId, SYSTEM_SCOPE, type UserId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DRIVER_DIRECTORY, type DriverDirectory, type DriverEntry } from './accounts.tokens.js';
import type { DeviceCodeEntity } from './data/device-code.entity.js';
import { DeviceCodeRepository } from './data/device-code.repository.js';
import { UserEntity } from './data/user.entity.js';
import { UserRepository } from './data/user.repository.js';
import { IssueSessionService } from './issue-session.service.js';
import { hashOfSecret } from './secrets.js';
import type { Session } from './session.js';
import type { SigningKey } from './signing-keys.js';

@Injectable()
export class SignInDeviceService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly codes: DeviceCodeRepository,
    private readonly users: UserRepository,
    private readonly sessions: IssueSessionService,
    @Inject(DRIVER_DIRECTORY) private readonly drivers: DriverDirectory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Uses up a device code and keeps its driver signed in on that phone. */
  async signIn(code: string, deviceName: string): Promise<Session> {
    const key = await this.sessions.signingKey();
    const codeHash = hashOfSecret(code);
    const known = await this.codes.findUsable(this.unitOfWork.reads, codeHash, this.clock.now());
    const driver = known && (await this.drivers.find(SYSTEM_SCOPE, known.driverId));
    if (!driver) throw invalidCode();
    return this.unitOfWork.run(async (tx) => {
      const usable = await this.codes.lockUsable(tx, codeHash, this.clock.now());
      if (!usable) throw invalidCode();
      return this.useUp(tx, usable, driver, deviceName, key);
    });
  }

  private async useUp(
    tx: EntityManager,
    code: DeviceCodeEntity,
    driver: DriverEntry,
    deviceName: string,
    key: SigningKey,
  ): Promise<Session> {
    const user = await this.userOf(tx, driver);
    if (user.isDisabled) throw invalidCode();
    await this.codes.markUsed(tx, code.id, this.clock.now());
    return this.sessions.issue(tx, user, { id: newId<string>(), deviceName }, key);
  }

  /** The driver's user, made at his first phone and kept true to the fleet's book. */
  private async userOf(tx: EntityManager, driver: DriverEntry): Promise<UserEntity> {
    const known = await this.users.findByDriver(tx, driver.driverId);
    const user = Object.assign(known ?? this.newUserOf(driver), {
      displayName: driver.name,
      enterpriseId: driver.enterpriseId,
    });
    await this.users.save(tx, user);
    return user;
  }

  private newUserOf(driver: DriverEntry): UserEntity {
    return Object.assign(new UserEntity(), {
      id: newId<UserId>(),
      username: null,
      passwordHash: null,
      roles: ['driver'],
      district: null,
      agency: null,
      badgeNo: null,
      driverId: driver.driverId,
      isDisabled: false,
      mustChangePassword: false,
      createdAt: this.clock.now(),
      version: 1,
    });
  }
}

const invalidCode = () =>
  new DomainError('DEVICE_CODE_INVALID', 'The code is wrong, used or older than 15 minutes');
