import type { TerminalId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A piece of a terminal's raw log. */
@Entity('terminal_bytes')
@Index('terminal_bytes_terminal', ['terminalId', 'at', 'id'])
export class TerminalBytesEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'terminal_id' })
  terminalId: TerminalId;

  @Column('timestamptz')
  at: Date;

  @Column('text')
  direction: 'in' | 'out';

  /** Authentication codes are masked. */
  @Column('text')
  hex: string;

  /** Nobody had shown a code on that connection: its number was stated, and may be another's. */
  @Column('boolean', { name: 'is_stated_only' })
  isStatedOnly: boolean;

  /** How many pieces before this one were not kept, or are kept no more. */
  @Column('integer', { name: 'dropped_before' })
  droppedBefore: number;
}
