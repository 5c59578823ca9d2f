import { type AccessScope, type Clock, CLOCK, DomainError, type UserId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import { PhoneKeyRepository } from './data/phone-key.repository.js';
import type { UserEntity } from './data/user.entity.js';
import { UserRepository } from './data/user.repository.js';
import { EndSignInsService } from './end-sign-ins.service.js';

export interface UserState {
  readonly isDisabled: boolean;
  readonly reason: string;
}

@Injectable()
export class SetUserStateService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly users: UserRepository,
    private readonly keys: PhoneKeyRepository,
    private readonly endSignIns: EndSignInsService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Shuts a user out at once, his phone's keys with him, or lets him sign in again. Only system administrators ask. */
  async set(
    scope: AccessScope,
    userId: UserId,
    { isDisabled, reason }: UserState,
  ): Promise<UserEntity> {
    if (userId === scope.userId) {
      throw new DomainError('USER_IS_YOURSELF', 'Nobody shuts himself out', { userId });
    }
    return this.unitOfWork.run(async (tx) => {
      const user = await this.users.findLocked(tx, userId);
      if (!user) throw new DomainError('USER_NOT_FOUND', 'No such user', { userId });
      if (user.isDisabled === isDisabled) return user;
      await this.users.save(tx, Object.assign(user, { isDisabled, version: user.version + 1 }));
      if (isDisabled && user.driverId !== null) {
        await this.keys.revokeOf(tx, user.driverId, scope.userId, this.clock.now());
      }
      const kind = isDisabled ? 'disabled' : 'enabled';
      await this.endSignIns.end(tx, scope, userId, { kind, reason });
      return user;
    });
  }
}
