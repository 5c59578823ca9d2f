import { type Clock, CLOCK, DomainError, newId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import { RefreshTokenRepository } from './data/refresh-token.repository.js';
import { UserRepository } from './data/user.repository.js';
import { IssueSessionService } from './issue-session.service.js';
import { isPassword } from './secrets.js';
import type { Session } from './session.js';

@Injectable()
export class SignInService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly users: UserRepository,
    private readonly tokens: RefreshTokenRepository,
    private readonly sessions: IssueSessionService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Opens a session for staff; a wrong name, a wrong password and a disabled user look the same. */
  async signIn(username: string, password: string): Promise<Session> {
    const user = await this.users.findByUsername(this.unitOfWork.reads, username);
    const isRight = await isPassword(user?.passwordHash ?? null, password);
    if (!user || !isRight || user.isDisabled) {
      throw new DomainError('SIGN_IN_FAILED', 'The name or the password is wrong');
    }
    const key = await this.sessions.signingKey();
    return this.unitOfWork.run(async (tx) => {
      await this.tokens.forgetExpired(tx, user.id, this.clock.now());
      return this.sessions.issue(tx, user, { id: newId<string>(), deviceName: null }, key);
    });
  }
}
