import type { Refusal } from '@tongyun/contracts';
import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import { httpStatusOf } from './refusal-status.js';
import { toRefusal } from './to-refusal.js';

/** Gives HTTP and socket clients the same body for every refusal. */
@Catch()
export class RefusalFilter implements ExceptionFilter<unknown> {
  catch(error: unknown, host: ArgumentsHost): void {
    const refusal = toRefusal(error);
    if (host.getType() === 'ws') {
      acknowledgerOf(host)?.({ ok: false, refusal });
      return;
    }
    const response = host.switchToHttp().getResponse<Response>();
    if (!response.headersSent) response.status(httpStatusOf(refusal.code)).json(refusal);
  }
}

type Acknowledger = (answer: { ok: false; refusal: Refusal }) => void;

/** socket.io hands the acknowledgement over as the handler's last argument. */
const acknowledgerOf = (host: ArgumentsHost): Acknowledger | undefined =>
  host.getArgs<unknown[]>().findLast((arg): arg is Acknowledger => typeof arg === 'function');
