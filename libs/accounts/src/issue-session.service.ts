import { addMinutes, type Clock, CLOCK, newId } from '@tongyun/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { SignJWT } from 'jose';
import type { EntityManager } from 'typeorm';
import { toClaims } from './access/access-token.js';
import { SESSION_SETTINGS, type SessionSettings } from './accounts.tokens.js';
import { RefreshTokenRepository } from './data/refresh-token.repository.js';
import type { UserEntity } from './data/user.entity.js';
import { scopeOfUser } from './rules/user-scope.js';
import { hashOfSecret, newOpaqueToken } from './secrets.js';
import type { Session } from './session.js';
import { type SigningKey, SigningKeys } from './signing-keys.js';

const MINUTES_A_DAY = 1_440;

/** The sign-in that a new token belongs to. */
export interface SessionFamily {
  readonly id: string;
  /** Set for a driver's phone. */
  readonly deviceName: string | null;
}

/** Makes the two tokens of a sign-in, or of its next turn. */
@Injectable()
export class IssueSessionService {
  constructor(
    private readonly tokens: RefreshTokenRepository,
    private readonly keys: SigningKeys,
    @Inject(SESSION_SETTINGS) private readonly settings: SessionSettings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Fetched before a transaction opens: the first one of all is made in a transaction of its own. */
  signingKey(): Promise<SigningKey> {
    return this.keys.current();
  }

  async issue(
    tx: EntityManager,
    user: UserEntity,
    family: SessionFamily,
    key: SigningKey,
  ): Promise<Session> {
    const now = this.clock.now();
    const { accessTokenMin, deviceDays, refreshDays } = this.settings;
    const days = family.deviceName === null ? refreshDays : deviceDays;
    const refreshToken = newOpaqueToken();
    const refreshExpiresAt = addMinutes(now, days * MINUTES_A_DAY);
    await this.tokens.add(tx, {
      id: newId<string>(),
      familyId: family.id,
      userId: user.id,
      tokenHash: hashOfSecret(refreshToken),
      deviceName: family.deviceName,
      issuedAt: now,
      expiresAt: refreshExpiresAt,
      replacedAt: null,
      revokedAt: null,
    });
    const accessExpiresAt = addMinutes(now, accessTokenMin);
    const accessToken = await signAccess(user, key, now, accessExpiresAt);
    return { user, accessToken, accessExpiresAt, refreshToken, refreshExpiresAt };
  }
}

const MS_PER_SEC = 1_000;

const signAccess = (user: UserEntity, key: SigningKey, issuedAt: Date, expiresAt: Date) =>
  new SignJWT(toClaims(scopeOfUser(user), user.mustChangePassword))
    .setProtectedHeader({ alg: 'HS256', kid: key.id })
    .setSubject(user.id)
    // To the millisecond (RFC 7519, NumericDate): who signs in just after all was ended is signed in.
    .setIssuedAt(issuedAt.getTime() / MS_PER_SEC)
    .setExpirationTime(expiresAt)
    .sign(key.secret);
