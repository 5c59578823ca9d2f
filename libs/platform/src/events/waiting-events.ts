import { type Clock, CLOCK, type EventId } from '@tongyun/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../unit-of-work.js';

export interface WaitingEvent {
  readonly sequence: string;
  readonly id: EventId;
  readonly name: string;
  readonly ordering_key: string;
  readonly payload: object;
}

/** The relay's questions to the outbox. */
@Injectable()
export class WaitingEvents {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The oldest that wait, but for those whose key is held back. */
  oldest(limit: number, heldBackKeys: readonly string[]): Promise<WaitingEvent[]> {
    return this.unitOfWork.reads.query(
      `SELECT sequence, id, name, ordering_key, payload FROM outbox_event
       WHERE delivered_at IS NULL AND NOT ordering_key = ANY($2)
       ORDER BY sequence LIMIT $1`,
      [limit, heldBackKeys],
    );
  }

  async markDelivered(sequences: readonly string[]): Promise<void> {
    if (sequences.length === 0) return;
    await this.unitOfWork.reads.query(
      `UPDATE outbox_event SET delivered_at = $1 WHERE sequence = ANY($2::bigint[])`,
      [this.clock.now(), sequences],
    );
  }

  /** Whether this listener meets the event for the first time; true once, with the transaction. */
  async takeReceipt(tx: EntityManager, listener: string, id: EventId): Promise<boolean> {
    const receipts: unknown[] = await tx.query(
      `INSERT INTO outbox_receipt (listener, event_id, handled_at) VALUES ($1, $2, $3)
       ON CONFLICT DO NOTHING RETURNING event_id`,
      [listener, id, this.clock.now()],
    );
    return receipts.length > 0;
  }
}
