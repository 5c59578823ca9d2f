import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A secret that access tokens are signed with; the newest signs, older ones still verify. */
@Entity('signing_key')
export class SigningKeyEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** 32 random bytes, base64url. */
  @Column('text')
  secret: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
