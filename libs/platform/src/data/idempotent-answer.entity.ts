import type { UserId } from '@tongyun/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The answer given to an `Idempotency-Key`, kept so that a repeat gets the same. */
@Entity('idempotent_answer')
export class IdempotentAnswerEntity {
  @PrimaryColumn('uuid', { name: 'user_id' })
  userId: UserId;

  @PrimaryColumn('text')
  key: string;

  @Column('text', { name: 'request_hash' })
  requestHash: string;

  /** Null while the first request is still at work. */
  @Column('integer', { nullable: true })
  status: number | null;

  @Column('jsonb', { nullable: true })
  body: unknown;

  /** Written in the transaction that carried the request out; null while nothing has changed. */
  @Column('timestamptz', { name: 'carried_out_at', nullable: true })
  carriedOutAt: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
