import type { UserId } from '@tongyun/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A pair of Ed25519 keys that the codes on passes are signed with; the newest signs. */
@Entity('pass_key')
export class PassKeyEntity {
  /** The beginning of the public key's thumbprint (RFC 7638): short, as it is printed. */
  @PrimaryColumn('text')
  id: string;

  /** The public key's `x` (RFC 8037), base64url. */
  @Column('text', { name: 'public_x' })
  publicX: string;

  /** The private key's `d`, base64url. */
  @Column('text', { name: 'private_d' })
  privateD: string;

  @Column('uuid', { name: 'made_by' })
  madeBy: UserId;

  @Column('timestamptz', { name: 'made_at' })
  madeAt: Date;

  @Column('text')
  reason: string;

  /** From then on nothing it signed is genuine: it was lost or stolen. */
  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt: Date | null;

  @Column('uuid', { name: 'withdrawn_by', nullable: true })
  withdrawnBy: UserId | null;

  @Column('text', { name: 'withdrawal_reason', nullable: true })
  withdrawalReason: string | null;
}
