import type { UserId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One refresh token. A sign-in is a family: each use of a token replaces it by its successor. */
@Entity('refresh_token')
@Index('refresh_token_family', ['familyId'])
export class RefreshTokenEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'family_id' })
  familyId: string;

  @Column('uuid', { name: 'user_id' })
  userId: UserId;

  /** SHA-256 of the token, hex. */
  @Column('text', { name: 'token_hash', unique: true })
  tokenHash: string;

  /** Set for a sign-in by device. */
  @Column('text', { name: 'device_name', nullable: true })
  deviceName: string | null;

  @Column('timestamptz', { name: 'issued_at' })
  issuedAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('timestamptz', { name: 'replaced_at', nullable: true })
  replacedAt: Date | null;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null;
}
