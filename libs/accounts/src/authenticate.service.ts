import { type Clock, CLOCK, DomainError } from '@tongyun/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { errors, jwtVerify } from 'jose';
import { fromClaims } from './access/access-token.js';
import type { SignedInScope } from './access/signed-in-scope.js';
import { EndedSignIns } from './ended-sign-ins.js';
import { SigningKeys } from './signing-keys.js';
import { type VerifiedToken, VerifiedTokens } from './verified-tokens.js';

/** Answers who is asking, from an access token alone: no query, so every request can afford it. */
@Injectable()
export class AuthenticateService {
  private readonly verified = new VerifiedTokens();

  constructor(
    private readonly keys: SigningKeys,
    private readonly ended: EndedSignIns,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async authenticate(accessToken: string): Promise<SignedInScope> {
    const now = this.clock.now();
    let verified = this.verified.find(accessToken, now);
    if (!verified) {
      verified = await this.verify(accessToken, now);
      this.verified.keep(accessToken, verified, now);
    }
    const { scope, issuedAtSec } = verified;
    if (this.ended.isEnded(scope.userId, issuedAtSec)) throw runOut();
    return scope;
  }

  private async verify(accessToken: string, now: Date): Promise<VerifiedToken> {
    try {
      const { payload } = await jwtVerify(
        accessToken,
        async ({ kid }) => {
          const key = await this.keys.find(kid ?? '');
          if (!key) throw new errors.JWSInvalid('unknown key');
          return key.secret;
        },
        { algorithms: ['HS256'], currentDate: now },
      );
      const scope = fromClaims(payload);
      if (scope) return { scope, issuedAtSec: payload.iat ?? 0 };
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw runOut();
      if (!(error instanceof errors.JOSEError)) throw error;
    }
    throw new DomainError('NOT_SIGNED_IN', 'Sign in first');
  }
}

const runOut = () => new DomainError('TOKEN_EXPIRED', 'The sign-in has run out: refresh it');
