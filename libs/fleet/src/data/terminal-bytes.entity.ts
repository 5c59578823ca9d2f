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

  @Column('text')
  hex: string;
}
