import { type Clock, CLOCK } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import { RefreshTokenRepository } from './data/refresh-token.repository.js';
import { hashOfSecret } from './secrets.js';

@Injectable()
export class SignOutService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tokens: RefreshTokenRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Ends the sign-in that the token belongs to; an unknown token has nothing to end. */
  async signOut(refreshToken: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const token = await this.tokens.findLocked(tx, hashOfSecret(refreshToken));
      if (token) await this.tokens.revokeFamily(tx, token.familyId, this.clock.now());
    });
  }
}
