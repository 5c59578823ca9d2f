import { type AccessScope, DomainError, type UserId } from '@tongyun/kernel';
import { type CursorKey, UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { UserEntity } from './data/user.entity.js';
import { UserRepository } from './data/user.repository.js';

@Injectable()
export class UserQueries {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly users: UserRepository,
  ) {}

  /** Whoever is asking. */
  async me(scope: AccessScope): Promise<UserEntity> {
    const user = await this.users.findById(this.unitOfWork.reads, scope.userId);
    if (!user) throw new DomainError('NOT_SIGNED_IN', 'This sign-in belongs to nobody any more');
    return user;
  }

  /** Staff, by name. Only system administrators ask, and they see all. */
  list(_scope: AccessScope, after: CursorKey | null, limit: number): Promise<UserEntity[]> {
    return this.users.list(this.unitOfWork.reads, after, limit);
  }

  find(_scope: AccessScope, id: UserId): Promise<UserEntity | null> {
    return this.users.findById(this.unitOfWork.reads, id);
  }
}
