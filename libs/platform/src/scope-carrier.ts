import type { AccessScope } from '@tongyun/kernel';
import type { ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { Socket } from 'socket.io';

export interface ScopeCarrier<Scope extends AccessScope = AccessScope> {
  scope?: Scope;
}

/** Where the access guard keeps the scope: on the request of an HTTP call, in a socket's data. */
export function carrierOf<Scope extends AccessScope>(
  context: ExecutionContext,
): ScopeCarrier<Scope> {
  if (context.getType() === 'ws') return context.switchToWs().getClient<Socket>().data;
  return context.switchToHttp().getRequest<Request & ScopeCarrier<Scope>>();
}
