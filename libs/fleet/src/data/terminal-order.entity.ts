import type { TerminalCommand, TerminalOrderAnswer, TerminalOrderState } from '@tongyun/contracts';
import type { TerminalId, TerminalOrderId, UserId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Something the platform has to say to a terminal. */
@Entity('terminal_order')
@Index('terminal_order_open', ['nextAt'], { where: 'settled_at IS NULL' })
@Index('terminal_order_terminal', ['terminalId', 'orderedAt'])
export class TerminalOrderEntity {
  @PrimaryColumn('uuid')
  id: TerminalOrderId;

  @Column('uuid', { name: 'terminal_id' })
  terminalId: TerminalId;

  @Column('jsonb')
  command: TerminalCommand;

  @Column('text')
  state: TerminalOrderState;

  @Column('uuid', { name: 'ordered_by' })
  orderedBy: UserId;

  @Column('timestamptz', { name: 'ordered_at' })
  orderedAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  /** How often it went out. */
  @Column('integer', { default: 0 })
  sends: number;

  /** When it is to go out next, or to be given up. */
  @Column('timestamptz', { name: 'next_at' })
  nextAt: Date;

  /** When it first went out. */
  @Column('timestamptz', { name: 'sent_at', nullable: true })
  sentAt: Date | null;

  /** Null while it is waiting or unanswered in time. */
  @Column('timestamptz', { name: 'settled_at', nullable: true })
  settledAt: Date | null;

  @Column('jsonb', { nullable: true })
  answer: TerminalOrderAnswer | null;
}
