import { type AccessScope, type Clock, CLOCK, type DriverId, SYSTEM_SCOPE } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import { PhoneKeyRepository } from './data/phone-key.repository.js';
import { hashOfSecret } from './secrets.js';

/** A phone that showed a good key: it may do for its driver what the scope says, and no more. */
export interface KnownPhone {
  readonly phoneKeyId: string;
  readonly scope: AccessScope & { readonly driverId: DriverId };
}

/** Reads the keys of phones whose app knows no sign-in. */
@Injectable()
export class AuthenticatePhoneService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keys: PhoneKeyRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Null when nobody issued the key or it was revoked. */
  async authenticate(key: string): Promise<KnownPhone | null> {
    const phone = await this.keys.findUsable(this.unitOfWork.reads, hashOfSecret(key));
    if (!phone) return null;
    const { id, driverId, enterpriseId } = phone;
    const scope = {
      ...SYSTEM_SCOPE,
      roles: ['driver' as const],
      enterpriseIds: [enterpriseId],
      driverId,
    };
    return { phoneKeyId: id, scope };
  }

  /** Counts what was refused for good, for whoever looks why a phone is not seen. */
  async countRefusal({ phoneKeyId }: KnownPhone, code: string): Promise<void> {
    const now = this.clock.now();
    await this.unitOfWork.run((tx) => this.keys.countRefusal(tx, phoneKeyId, code, now));
  }
}
