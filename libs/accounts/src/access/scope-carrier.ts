import type { ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { Socket } from 'socket.io';
import type { SignedInScope } from './signed-in-scope.js';

export interface ScopeCarrier {
  scope?: SignedInScope;
}

/** Where the scope is kept: on the request of an HTTP call, in the data of a socket. */
export function carrierOf(context: ExecutionContext): ScopeCarrier {
  if (context.getType() === 'ws') return context.switchToWs().getClient<Socket>().data;
  return context.switchToHttp().getRequest<Request & ScopeCarrier>();
}
