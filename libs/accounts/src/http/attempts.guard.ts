import { type Clock, CLOCK } from '@tongyun/kernel';
import { assertNoWait } from '@tongyun/platform';
import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { AttemptCounter } from '../attempt-counter.js';

/** Attempts a minute: at one name from one address, and from one address in all. */
const AT_ONE_NAME = 10;
const FROM_ONE_ADDRESS = 60;
/**
 * At device codes, from everywhere together: eight digits, 15 minutes each. So many guesses find
 * one of a hundred codes that are out with 0.2 %.
 */
const AT_DEVICE_CODES = 120;

type Attempt = Request<unknown, unknown, { username?: unknown; code?: unknown } | undefined>;

/** Slows down who guesses passwords or device codes. Counts in this process alone. */
@Injectable()
export class AttemptsGuard implements CanActivate {
  private readonly attempts = new AttemptCounter();

  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  canActivate(context: ExecutionContext): boolean {
    const { ip, body } = context.switchToHttp().getRequest<Attempt>();
    const waitSec = Math.max(
      typeof body?.username === 'string' ? this.count(`${ip}|${body.username}`, AT_ONE_NAME) : 0,
      body?.code === undefined
        ? this.count(`${ip}`, FROM_ONE_ADDRESS)
        : this.count('device codes', AT_DEVICE_CODES),
    );
    assertNoWait(context, waitSec);
    return true;
  }

  private count(key: string, limit: number): number {
    return this.attempts.count(key, limit, this.clock.now());
  }
}
