import { DomainError } from '@tongyun/kernel';
import type { ExecutionContext } from '@nestjs/common';
import type { Response } from 'express';

/**
 * Refuses a request that came beyond its limit, and tells the client in `Retry-After` when to come
 * again.
 *
 * @param waitSec seconds to wait; 0: it is within its limit
 */
export function assertNoWait(context: ExecutionContext, waitSec: number): void {
  if (waitSec === 0) return;
  context.switchToHttp().getResponse<Response>().setHeader('Retry-After', waitSec);
  throw new DomainError('TOO_MANY_REQUESTS', 'Too many requests: wait a little', { waitSec });
}
