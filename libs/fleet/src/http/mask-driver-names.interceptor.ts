import { carrierOf } from '@tongyun/platform';
import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import { mergeMap, type Observable } from 'rxjs';
import { DriverNames } from '../driver-names.service.js';

/** Keeps drivers' names out of the free texts of every answer to who may not read drivers. */
@Injectable()
export class MaskDriverNamesInterceptor implements NestInterceptor {
  constructor(private readonly names: DriverNames) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { scope } = carrierOf(context);
    if (!scope || context.getType() !== 'http') return next.handle();
    return next.handle().pipe(mergeMap((answer) => this.names.maskedFor(scope, answer)));
  }
}
