import { type AccessScope, DomainError, type UserId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
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
    private readonly endSignIns: EndSignInsService,
  ) {}

  /** Shuts a user out at once, or lets him sign in again. Only system administrators ask. */
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
      const kind = isDisabled ? 'disabled' : 'enabled';
      await this.endSignIns.end(tx, scope, userId, { kind, reason });
      return user;
    });
  }
}
