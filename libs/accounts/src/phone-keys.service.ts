import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  type DriverId,
  newId,
} from '@tongyun/kernel';
import { type CursorKey, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import { DRIVER_DIRECTORY, type DriverDirectory } from './accounts.tokens.js';
import type { PhoneKeyEntity } from './data/phone-key.entity.js';
import { PhoneKeyRepository } from './data/phone-key.repository.js';
import { hashOfSecret, newPhoneKey } from './secrets.js';

export interface IssuedPhoneKey {
  /** Shown this once: only its hash is kept. */
  readonly key: string;
  readonly phone: PhoneKeyEntity;
}

/** Which phones of drivers may report by a key, as those see them who issue the keys. */
@Injectable()
export class PhoneKeys {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keys: PhoneKeyRepository,
    @Inject(DRIVER_DIRECTORY) private readonly drivers: DriverDirectory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async issue(scope: AccessScope, driverId: DriverId, deviceName: string): Promise<IssuedPhoneKey> {
    const driver = await this.drivers.find(scope, driverId);
    if (!driver) throw new DomainError('DRIVER_NOT_FOUND', 'No such driver', { driverId });
    const key = newPhoneKey();
    const phone = {
      id: newId<string>(),
      keyHash: hashOfSecret(key),
      driverId,
      enterpriseId: driver.enterpriseId,
      deviceName,
      issuedBy: scope.userId,
      issuedAt: this.clock.now(),
      revokedBy: null,
      revokedAt: null,
      refusedCount: 0,
      lastRefusalCode: null,
      lastRefusedAt: null,
    };
    await this.unitOfWork.run((tx) => this.keys.add(tx, phone));
    return { key, phone };
  }

  /** Newest first, revoked ones too; one row more than the page holds, for `toPage`. */
  list(scope: AccessScope, after: CursorKey | null, take: number): Promise<PhoneKeyEntity[]> {
    return this.keys.list(this.unitOfWork.reads, scope, after, take);
  }

  /** From now on nothing is taken from the phone; once is as good as twice. */
  async revoke(scope: AccessScope, id: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const phone = await this.keys.find(tx, scope, id);
      if (!phone) throw new DomainError('PHONE_KEY_NOT_FOUND', 'No such phone key', { id });
      await this.keys.revoke(tx, id, scope.userId, this.clock.now());
    });
  }
}
