import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { finalize, type Observable } from 'rxjs';

/** What this process was asked and is not done with, so that it can end without breaking off. */
@Injectable()
export class RequestsInHand {
  private count = 0;
  private isLast = false;
  private readonly waiting = new Set<() => void>();

  /** Whether nothing more is wanted of who is connected. */
  get isStopping(): boolean {
    return this.isLast;
  }

  /** Takes one more; the answer is to be called once, when it is done with. */
  take(): () => void {
    this.count += 1;
    return () => {
      this.count -= 1;
      if (this.count === 0) for (const heard of this.waiting) heard();
    };
  }

  /** Resolves when none is left, or when patience is over. */
  async settle(patienceMs: number): Promise<void> {
    this.isLast = true;
    if (this.count === 0) return;
    await new Promise<void>((resolve) => {
      const patience = setTimeout(resolve, patienceMs);
      this.waiting.add(() => {
        clearTimeout(patience);
        resolve();
      });
    });
  }
}

/** Holds each request until its connection has the answer; while the process ends, that is the last one on it. */
export const holdUntilAnswered =
  (inHand: RequestsInHand) =>
  (_request: Request, response: Response, next: NextFunction): void => {
    response.once('close', inHand.take());
    if (inHand.isStopping) response.setHeader('Connection', 'close');
    next();
  };

/** Holds what is still at work for somebody who has left before the answer, too. */
@Injectable()
export class HoldUntilHandled implements NestInterceptor {
  constructor(private readonly inHand: RequestsInHand) {}

  intercept(_context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(finalize(this.inHand.take()));
  }
}
