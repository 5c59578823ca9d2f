import { createHash } from 'node:crypto';
import { DomainError } from '@tongyun/kernel';
import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { firstValueFrom, from, type Observable } from 'rxjs';
import { carrierOf } from '../scope-carrier.js';
import { type IdempotentRequest, IdempotentAnswers } from './idempotent-answers.js';
import { NOT_REPLAYED } from './not-replayed.decorator.js';
import { requestInHand } from './request-in-hand.js';

const HEADER = 'Idempotency-Key';
const WELL_FORMED = /^[\x21-\x7e]{8,200}$/;

/** Honours `Idempotency-Key` on every POST of somebody who is signed in, save those with secrets. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly answers: IdempotentAnswers,
    private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = requestOf(context);
    if (!request || this.isNotReplayed(context)) return next.handle();
    const response = context.switchToHttp().getResponse<Response>();
    return from(this.answer(request, response, next));
  }

  private isNotReplayed(context: ExecutionContext): boolean {
    const places = [context.getHandler(), context.getClass()];
    return this.reflector.getAllAndOverride<boolean | undefined>(NOT_REPLAYED, places) ?? false;
  }

  private async answer(
    request: IdempotentRequest,
    response: Response,
    next: CallHandler,
  ): Promise<unknown> {
    const kept = await this.answers.claim(request);
    if (kept) {
      response.status(kept.status).setHeader('Idempotent-Replayed', 'true');
      return kept.body ?? undefined;
    }
    const body = await this.carryOut(request, next);
    await this.answers.keep(request, { status: response.statusCode, body });
    return body;
  }

  private async carryOut(request: IdempotentRequest, next: CallHandler): Promise<unknown> {
    try {
      return await requestInHand.run(this.answers.inHand(request), () =>
        firstValueFrom(next.handle(), { defaultValue: undefined }),
      );
    } catch (error) {
      await this.answers.forget(request);
      throw error;
    }
  }
}

/** Null for a request without a key, or without anybody to keep the answer for. */
function requestOf(context: ExecutionContext): IdempotentRequest | null {
  if (context.getType() !== 'http') return null;
  const request = context.switchToHttp().getRequest<Request>();
  const key = request.get(HEADER);
  const { scope } = carrierOf(context);
  if (request.method !== 'POST' || key === undefined || !scope) return null;
  if (!WELL_FORMED.test(key)) {
    throw new DomainError('IDEMPOTENCY_KEY_INVALID', `${HEADER} is 8 to 200 visible characters`);
  }
  return { userId: scope.userId, key, requestHash: hashOf(request) };
}

const hashOf = ({ originalUrl, body }: Request): string =>
  createHash('sha256')
    .update(`${originalUrl}\n${JSON.stringify(body ?? null)}`)
    .digest('hex');
