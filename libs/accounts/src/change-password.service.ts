import { type AccessScope, type Clock, CLOCK, DomainError, newId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import { RefreshTokenRepository } from './data/refresh-token.repository.js';
import { UserRepository } from './data/user.repository.js';
import { IssueSessionService } from './issue-session.service.js';
import { hashPassword, isPassword } from './secrets.js';
import type { Session } from './session.js';

@Injectable()
export class ChangePasswordService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly users: UserRepository,
    private readonly tokens: RefreshTokenRepository,
    private readonly sessions: IssueSessionService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Sets a new password, ends every sign-in of the user and opens one anew. */
  async change(scope: AccessScope, current: string, next: string): Promise<Session> {
    const user = await this.users.findById(this.unitOfWork.reads, scope.userId);
    if (!user || !(await isPassword(user.passwordHash, current))) {
      throw new DomainError('PASSWORD_WRONG', 'The current password is wrong');
    }
    if (current === next) {
      throw new DomainError('PASSWORD_UNCHANGED', 'The new password is the old one');
    }
    const passwordHash = await hashPassword(next);
    const key = await this.sessions.signingKey();
    return this.unitOfWork.run(async (tx) => {
      Object.assign(user, { passwordHash, mustChangePassword: false, version: user.version + 1 });
      await this.users.save(tx, user);
      await this.tokens.revokeAllOf(tx, user.id, this.clock.now());
      return this.sessions.issue(tx, user, { id: newId<string>(), deviceName: null }, key);
    });
  }
}
