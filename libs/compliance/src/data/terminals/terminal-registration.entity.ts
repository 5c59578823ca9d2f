import type { RegistrationBody, RegistrationState } from '@tongyun/contracts';
import type { TerminalId } from '@tongyun/kernel';
import { Column, Entity, PrimaryColumn, Unique, VersionColumn } from 'typeorm';

/** Where a terminal's registration stands; a terminal without a row is a draft nobody has sent in. */
@Entity('terminal_registration')
@Unique('terminal_registration_registration_no_key', ['registrationNo'])
export class TerminalRegistrationEntity {
  @PrimaryColumn('uuid', { name: 'terminal_id' })
  terminalId: TerminalId;

  /** Given once, when first registered, and kept through suspension. */
  @Column('text', { name: 'registration_no', nullable: true })
  registrationNo: string | null;

  @Column('text')
  state: RegistrationState;

  /** As the policy had them when it was submitted: a later one does not move what is under way. */
  @Column('text', { array: true, default: '{}' })
  steps: RegistrationBody[];

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;

  @VersionColumn({ default: 1 })
  version: number;
}
