import type { Refusal } from '@tongyun/contracts';
import { DomainError } from '@tongyun/kernel';
import {
  type ArgumentsHost,
  BadRequestException,
  Catch,
  type ExceptionFilter,
  HttpException,
  Logger,
} from '@nestjs/common';
import type { Response } from 'express';
import { httpStatusOf } from './refusal-status.js';

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

/** Gives HTTP and socket clients the same body for every refusal; a fault is logged and hidden. */
@Catch()
export class RefusalFilter implements ExceptionFilter<unknown> {
  private readonly log = new Logger(RefusalFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const refusal = this.toRefusal(error);
    if (host.getType() === 'ws') {
      acknowledgerOf(host)?.({ ok: false, refusal });
      return;
    }
    const response = host.switchToHttp().getResponse<Response>();
    if (!response.headersSent) response.status(httpStatusOf(refusal.code)).json(refusal);
  }

  private toRefusal(error: unknown): Refusal {
    if (error instanceof DomainError) {
      return { code: error.code, message: error.message, details: error.details };
    }
    if (error instanceof HttpException) return fromHttp(error);
    const parsed = fromBodyParser(error);
    if (parsed) return parsed;
    this.log.error(error);
    return { code: 'FAULT', message: 'Something went wrong on the server', details: {} };
  }
}

function fromHttp(error: HttpException): Refusal {
  const code = CODE_OF_STATUS[error.getStatus()] ?? 'FAULT';
  const body = error.getResponse();
  const details =
    error instanceof BadRequestException && typeof body === 'object' ? { issues: body } : {};
  return { code, message: error.message, details };
}

/** The JSON body parser throws plain errors that carry a `type`. */
function fromBodyParser(error: unknown): Refusal | null {
  const type = error instanceof Error && 'type' in error ? error.type : null;
  if (type === 'entity.parse.failed') {
    return { code: 'MALFORMED_JSON', message: 'The body is not JSON', details: {} };
  }
  if (type === 'entity.too.large') {
    return { code: 'BODY_TOO_LARGE', message: 'The body is too large', details: {} };
  }
  return null;
}

type Acknowledger = (answer: { ok: false; refusal: Refusal }) => void;

/** socket.io hands the acknowledgement over as the handler's last argument. */
const acknowledgerOf = (host: ArgumentsHost): Acknowledger | undefined =>
  host.getArgs<unknown[]>().findLast((arg): arg is Acknowledger => typeof arg === 'function');
