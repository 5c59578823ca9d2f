import type { SignedInScope } from './access/signed-in-scope.js';

/** What an access token was found to say once its signature was verified. */
export interface VerifiedToken {
  readonly scope: SignedInScope;
  /** Whole seconds, as the token says it. */
  readonly issuedAtSec: number;
}

/** Access tokens that were verified and have not run out: a signature is worked out once. */
export class VerifiedTokens {
  private readonly known = new Map<string, VerifiedToken>();

  /** Null for a token that was never verified, or has run out since. */
  find(accessToken: string, now: Date): VerifiedToken | null {
    const verified = this.known.get(accessToken);
    return verified && !hasRunOut(verified, now) ? verified : null;
  }

  keep(accessToken: string, verified: VerifiedToken, now: Date): void {
    // Tokens last equally long, so those kept first run out first.
    for (const [token, oldest] of this.known) {
      if (!hasRunOut(oldest, now)) break;
      this.known.delete(token);
    }
    this.known.set(accessToken, verified);
  }
}

const hasRunOut = ({ scope }: VerifiedToken, now: Date): boolean => scope.sessionEndsAt <= now;
