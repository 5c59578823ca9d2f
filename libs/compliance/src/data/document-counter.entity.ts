import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How many numbers of a kind were given under one prefix: the row that two givers wait for. */
@Entity('document_counter')
export class DocumentCounterEntity {
  @PrimaryColumn('text')
  kind:
    'registration' | 'terminal_registration' | 'pass' | 'pass_application' | 'training_certificate';

  @PrimaryColumn('text')
  prefix: string;

  @Column('integer')
  value: number;
}
