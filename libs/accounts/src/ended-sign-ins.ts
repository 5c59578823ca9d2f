import { addMinutes, type Clock, CLOCK, type UserId } from '@tongyun/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { SESSION_SETTINGS, type SessionSettings } from './accounts.tokens.js';

/**
 * Whose access tokens are good no more although they have not run out.
 *
 * In this process only, and only until the last such token has run out by itself.
 */
@Injectable()
export class EndedSignIns {
  private readonly endedAt = new Map<UserId, Date>();
  private readonly waiting = new Map<UserId, Set<() => void>>();

  constructor(
    @Inject(SESSION_SETTINGS) private readonly settings: SessionSettings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Ends what the user was given up to now; call it once that is committed. */
  end(userId: UserId): void {
    const now = this.clock.now();
    for (const [known, at] of this.endedAt) {
      if (addMinutes(at, this.settings.accessTokenMin) < now) this.endedAt.delete(known);
    }
    this.endedAt.set(userId, now);
    for (const tell of this.waiting.get(userId) ?? []) tell();
  }

  /** @param issuedAtSec of an access token, with its milliseconds behind the point */
  isEnded(userId: UserId, issuedAtSec: number): boolean {
    const at = this.endedAt.get(userId);
    return at !== undefined && Math.round(issuedAtSec * 1_000) <= at.getTime();
  }

  /** Calls back when the user's sign-ins are ended; call the answer to wait no longer. */
  whenEnded(userId: UserId, tell: () => void): () => void {
    const waiting = this.waiting.get(userId) ?? new Set();
    this.waiting.set(userId, waiting.add(tell));
    return () => {
      waiting.delete(tell);
      if (waiting.size === 0) this.waiting.delete(userId);
    };
  }
}
