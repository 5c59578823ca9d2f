import { addSeconds, type Clock, CLOCK, DomainError, type UserId } from '@tongyun/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { IdempotentAnswerEntity } from '../data/idempotent-answer.entity.js';
import { UnitOfWork } from '../unit-of-work.js';
import type { RequestInHand } from './request-in-hand.js';

/** After this long without an answer the first request has died with its process. */
const IN_PROGRESS_SEC = 60;

export interface IdempotentRequest {
  readonly userId: UserId;
  readonly key: string;
  readonly requestHash: string;
}

export interface KeptAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** Answers by `Idempotency-Key`, so that a request repeated for want of an answer acts once. */
@Injectable()
export class IdempotentAnswers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The answer given before, or null: then the request is this caller's to carry out. */
  async claim(request: IdempotentRequest): Promise<KeptAnswer | null> {
    if (await this.isFirst(request)) return null;
    const { userId, key } = request;
    const kept = await this.unitOfWork.reads.findOneBy(IdempotentAnswerEntity, { userId, key });
    if (!kept) return this.claim(request); // refused meanwhile, and so forgotten
    if (kept.requestHash !== request.requestHash) {
      throw new DomainError('IDEMPOTENCY_KEY_REUSED', 'This key was used for another request');
    }
    if (kept.status !== null) return { status: kept.status, body: kept.body };
    if (await this.takeOver(request)) return null;
    if (kept.carriedOutAt && kept.createdAt < addSeconds(this.clock.now(), -IN_PROGRESS_SEC)) {
      throw new DomainError(
        'IDEMPOTENCY_ANSWER_LOST',
        'It was carried out, but its answer is lost: look at what is there now',
      );
    }
    throw new DomainError('IDEMPOTENCY_IN_PROGRESS', 'The first such request is still at work');
  }

  /** What the request's transactions are told: the first writes that it was carried out. */
  inHand({ userId, key }: IdempotentRequest): RequestInHand {
    let isMarked = false;
    return {
      markCarriedOut: async (tx) => {
        if (isMarked) return;
        await tx.update(
          IdempotentAnswerEntity,
          { userId, key },
          { carriedOutAt: this.clock.now() },
        );
        this.unitOfWork.onCommit(tx, () => (isMarked = true));
      },
    };
  }

  async keep({ userId, key }: IdempotentRequest, { status, body }: KeptAnswer): Promise<void> {
    await this.unitOfWork.reads.query(
      `UPDATE idempotent_answer SET status = $3, body = $4::jsonb WHERE user_id = $1 AND key = $2`,
      [userId, key, status, body === undefined ? null : JSON.stringify(body)],
    );
  }

  /** A refusal has changed nothing: the next try may well succeed. */
  async forget({ userId, key }: IdempotentRequest): Promise<void> {
    await this.unitOfWork.reads.delete(IdempotentAnswerEntity, { userId, key });
  }

  private async isFirst({ userId, key, requestHash }: IdempotentRequest): Promise<boolean> {
    const rows: unknown[] = await this.unitOfWork.reads.query(
      `INSERT INTO idempotent_answer (user_id, key, request_hash, created_at)
       VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING key`,
      [userId, key, requestHash, this.clock.now()],
    );
    return rows.length > 0;
  }

  private async takeOver({ userId, key }: IdempotentRequest): Promise<boolean> {
    const now = this.clock.now();
    const [rows]: [unknown[]] = await this.unitOfWork.reads.query(
      `UPDATE idempotent_answer SET created_at = $3
       WHERE user_id = $1 AND key = $2 AND status IS NULL AND carried_out_at IS NULL
         AND created_at < $4 RETURNING key`,
      [userId, key, now, addSeconds(now, -IN_PROGRESS_SEC)],
    );
    return rows.length > 0;
  }
}
