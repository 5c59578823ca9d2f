import type { Refusal } from '@tongyun/contracts';
import { DomainError } from '@tongyun/kernel';
import { BadRequestException, HttpException, Logger } from '@nestjs/common';

const CODE_OF_STATUS: Readonly<Record<number, string>> = {
  400: 'INVALID_REQUEST',
  401: 'NOT_SIGNED_IN',
  403: 'FORBIDDEN',
  404: 'ROUTE_NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  413: 'BODY_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  429: 'TOO_MANY_REQUESTS',
  503: 'UNAVAILABLE',
};

const log = new Logger('Fault');

/** What a client is told of an error; a fault is logged with its stack and hidden. */
export function toRefusal(error: unknown): Refusal {
  if (error instanceof DomainError) {
    return { code: error.code, message: error.message, details: error.details };
  }
  if (error instanceof HttpException) return fromHttp(error);
  log.error(error);
  return { code: 'FAULT', message: 'Something went wrong on the server', details: {} };
}

function fromHttp(error: HttpException): Refusal {
  const code = CODE_OF_STATUS[error.getStatus()] ?? 'FAULT';
  if (!(error instanceof BadRequestException)) return { code, message: error.message, details: {} };
  const body = error.getResponse();
  const said = typeof body === 'object' && 'message' in body ? body.message : body;
  return { code, message: 'The request breaks its contract', details: { issues: [said].flat() } };
}
