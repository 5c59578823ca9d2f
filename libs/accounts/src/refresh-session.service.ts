import { type Clock, CLOCK, DomainError, type DriverId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DRIVER_DIRECTORY, type DriverDirectory } from './accounts.tokens.js';
import type { RefreshTokenEntity } from './data/refresh-token.entity.js';
import { RefreshTokenRepository } from './data/refresh-token.repository.js';
import type { UserEntity } from './data/user.entity.js';
import { UserRepository } from './data/user.repository.js';
import { IssueSessionService } from './issue-session.service.js';
import { judgeRefresh, type RefreshVerdict } from './rules/refresh-token.js';
import { hashOfSecret } from './secrets.js';
import type { Session } from './session.js';

/** A driver whose phone shows the newest token of a sign-in that was ended before it ran out. */
interface ShutOut {
  readonly driverId: DriverId;
  readonly at: Date;
}

interface Outcome {
  readonly session: Session | null;
  readonly shutOut: ShutOut | null;
}
const REFUSED: Outcome = { session: null, shutOut: null };

@Injectable()
export class RefreshSessionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tokens: RefreshTokenRepository,
    private readonly users: UserRepository,
    private readonly sessions: IssueSessionService,
    @Inject(DRIVER_DIRECTORY) private readonly drivers: DriverDirectory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Gives the next pair of tokens for a refresh token; each is good for one turn. */
  async refresh(refreshToken: string): Promise<Session> {
    const key = await this.sessions.signingKey();
    // A refusal is thrown outside: inside, it would undo the revocation.
    const { session, shutOut } = await this.unitOfWork.run(async (tx): Promise<Outcome> => {
      const token = await this.tokens.findLocked(tx, hashOfSecret(refreshToken));
      const user = token && (await this.users.findById(tx, token.userId));
      if (!token || !user || user.isDisabled) return REFUSED;

      const verdict = await this.judge(tx, token);
      if (!(await this.applyVerdict(tx, token, verdict))) {
        return { session: null, shutOut: this.findShutOut(user, token) };
      }
      const family = { id: token.familyId, deviceName: token.deviceName };
      return { session: await this.sessions.issue(tx, user, family, key), shutOut: null };
    });
    if (session) return session;
    if (shutOut) await this.assertEmployed(shutOut);
    throw new DomainError('REFRESH_REFUSED', 'The sign-in has ended: sign in again');
  }

  /** An older token tells nothing: somebody else may hold it. */
  private findShutOut(
    { driverId }: UserEntity,
    { revokedAt, replacedAt, expiresAt }: RefreshTokenEntity,
  ): ShutOut | null {
    if (driverId === null || revokedAt === null || replacedAt !== null) return null;
    return expiresAt > this.clock.now() ? { driverId, at: revokedAt } : null;
  }

  /** Tells him alone whose phone was signed out because he was let go, and no other before or after. */
  private async assertEmployed({ driverId, at }: ShutOut): Promise<void> {
    const leave = await this.drivers.leaveOf(driverId);
    if (leave === null || at < leave.leftAt) return;
    const { enterpriseName, leftOn } = leave;
    throw new DomainError('EMPLOYMENT_ENDED', 'His enterprise let him go', {
      enterpriseName,
      leftOn,
    });
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
