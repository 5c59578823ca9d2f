import { AttemptCounter } from '@tongyun/accounts';
import { type Clock, CLOCK } from '@tongyun/kernel';
import { assertNoWait } from '@tongyun/platform';
import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';

/** A minute, from one address: a newsroom or an office shares one. */
const FROM_ONE_ADDRESS = 60;

/** Holds who reads without signing in to so many questions a minute. Counts in this process alone. */
@Injectable()
export class OpenReadsGuard implements CanActivate {
  private readonly reads = new AttemptCounter();

  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  canActivate(context: ExecutionContext): boolean {
    const { ip } = context.switchToHttp().getRequest<Request>();
    const waitSec = this.reads.count(`${ip}`, FROM_ONE_ADDRESS, this.clock.now());
    assertNoWait(context, waitSec);
    return true;
  }
}
