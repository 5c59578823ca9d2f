import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who does a piece of work that only one process may do, and until when. */
@Entity('lease')
export class LeaseEntity {
  @PrimaryColumn('text')
  name: string;

  @Column('uuid')
  owner: string;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;
}
