import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The pair of P-256 keys that pushes are signed with (RFC 8292); browsers subscribe to its public half. */
@Entity('push_key')
export class PushKeyEntity {
  /** Always true: there is one row. */
  @PrimaryColumn('boolean', { name: 'is_only' })
  isOnly: true;

  /** Base64url, uncompressed. */
  @Column('text', { name: 'public_key' })
  publicKey: string;

  /** Base64url. */
  @Column('text', { name: 'private_key' })
  privateKey: string;

  @Column('timestamptz', { name: 'made_at' })
  madeAt: Date;
}
