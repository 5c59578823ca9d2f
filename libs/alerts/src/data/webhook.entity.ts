import type { EnterpriseId, UserId, WebhookId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An address that is called about alerts: of one enterprise, or of all for an authority. */
@Entity('webhook')
@Index('webhook_enterprise', ['enterpriseId'])
export class WebhookEntity {
  @PrimaryColumn('uuid')
  id: WebhookId;

  /** Null: it hears of every enterprise's alerts. */
  @Column('uuid', { name: 'enterprise_id', nullable: true })
  enterpriseId: EnterpriseId | null;

  @Column('text')
  url: string;

  /** Signs every call; told once, to who made it. */
  @Column('text')
  secret: string;

  @Column('uuid', { name: 'created_by' })
  createdBy: UserId;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;
}
