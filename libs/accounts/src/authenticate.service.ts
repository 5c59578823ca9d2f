import { type Clock, CLOCK, DomainError } from '@tongyun/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { errors, jwtVerify } from 'jose';
import { fromClaims } from './access/access-token.js';
import type { SignedInScope } from './access/signed-in-scope.js';
import { SigningKeys } from './signing-keys.js';

/** Answers who is asking, from an access token alone: no query, so every request can afford it. */
@Injectable()
export class AuthenticateService {
  constructor(
    private readonly keys: SigningKeys,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async authenticate(accessToken: string): Promise<SignedInScope> {
    try {
      const { payload } = await jwtVerify(
        accessToken,
        async ({ kid }) => {
          const key = await this.keys.find(kid ?? '');
          if (!key) throw new errors.JWSInvalid('unknown key');
          return key.secret;
        },
        { algorithms: ['HS256'], currentDate: this.clock.now() },
      );
      const scope = fromClaims(payload);
      if (scope) return scope;
    } catch (error) {
      if (error instanceof errors.JWTExpired) {
        throw new DomainError('TOKEN_EXPIRED', 'The sign-in has run out: refresh it');
      }
      if (!(error instanceof errors.JOSEError)) throw error;
    }
    throw new DomainError('NOT_SIGNED_IN', 'Sign in first');
  }
}
