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

/** The JSON body parser throws plain errors that carry a `type`. */
const REFUSAL_OF_PARSER_ERROR: Readonly<Record<string, Refusal>> = {
  'entity.parse.failed': { code: 'MALFORMED_JSON', message: 'The body is not JSON', details: {} },
  'entity.too.large': { code: 'BODY_TOO_LARGE', message: 'The body is too large', details: {} },
  'charset.unsupported': unsupported('The body must be UTF-8'),
  'encoding.unsupported': unsupported('The body has an unknown content encoding'),
  'request.aborted': { code: 'INVALID_REQUEST', message: 'The body broke off', details: {} },
  'request.size.invalid': { code: 'INVALID_REQUEST', message: 'The body broke off', details: {} },
};

const log = new Logger('Fault');

/** What a client is told of an error; a fault is logged with its stack and hidden. */
export function toRefusal(error: unknown): Refusal {
  if (error instanceof DomainError) {
    return { code: error.code, message: error.message, details: error.details };
  }
  if (error instanceof HttpException) return fromHttp(error);
  const type = error instanceof Error && 'type' in error ? String(error.type) : '';
  const parsed = REFUSAL_OF_PARSER_ERROR[type];
  if (parsed) return parsed;
  if (error instanceof URIError) {
    return { code: 'INVALID_REQUEST', message: 'The path is not well formed', details: {} };
  }
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

function unsupported(message: string): Refusal {
  return { code: 'UNSUPPORTED_MEDIA_TYPE', message, details: {} };
}
