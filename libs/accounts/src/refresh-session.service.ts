import { type Clock, CLOCK, DomainError } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RefreshTokenEntity } from './data/refresh-token.entity.js';
import { RefreshTokenRepository } from './data/refresh-token.repository.js';
import { UserRepository } from './data/user.repository.js';
import { IssueSessionService } from './issue-session.service.js';
import { judgeRefresh, type RefreshVerdict } from './rules/refresh-token.js';
import { hashOfSecret } from './secrets.js';
import type { Session } from './session.js';

@Injectable()
export class RefreshSessionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tokens: RefreshTokenRepository,
    private readonly users: UserRepository,
    private readonly sessions: IssueSessionService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Gives the next pair of tokens for a refresh token; each is good for one turn. */
  async refresh(refreshToken: string): Promise<Session> {
    const key = await this.sessions.signingKey();
    // A refusal is thrown outside: inside, it would undo the revocation.
    const session = await this.unitOfWork.run(async (tx) => {
      const token = await this.tokens.findLocked(tx, hashOfSecret(refreshToken));
      const user = token && (await this.users.findById(tx, token.userId));
      if (!token || !user || user.isDisabled) return null;

      const verdict = await this.judge(tx, token);
      if (!(await this.applyVerdict(tx, token, verdict))) return null;
      const family = { id: token.familyId, deviceName: token.deviceName };
      return this.sessions.issue(tx, user, family, key);
    });
    if (!session) throw new DomainError('REFRESH_REFUSED', 'The sign-in has ended: sign in again');
    return session;
  }

  private async judge(tx: EntityManager, token: RefreshTokenEntity): Promise<RefreshVerdict> {
    const isSuccessorUsed =
      token.replacedAt !== null && (await this.tokens.isSuccessorUsed(tx, token));
    return judgeRefresh(token, isSuccessorUsed, this.clock.now());
  }

  /** Answers whether the family goes on. */
  private async applyVerdict(
    tx: EntityManager,
    token: RefreshTokenEntity,
    verdict: RefreshVerdict,
  ): Promise<boolean> {
    const now = this.clock.now();
    switch (verdict) {
      case 'current':
        await this.tokens.markReplaced(tx, token.id, now);
        return true;
      case 'in_grace':
        return true;
      case 'answer_lost':
        await this.tokens.revokeUnused(tx, token.familyId, now);
        return true;
      case 'reused':
        await this.tokens.revokeFamily(tx, token.familyId, now);
        return false;
      case 'ended':
        return false;
    }
  }
}
