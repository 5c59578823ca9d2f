import type { EnterpriseId, JointShareId, OrderId, PlantId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ShareState } from '../../rules/joint-supply/share-steps.js';

/** What a plant beside the order's own one brings of a pour: offered by the lead, and agreed or not. */
@Entity('joint_share')
@Index('joint_share_plant_once', ['leadOrderId', 'plantId'], {
  unique: true,
  where: `state IN ('offered', 'accepted')`,
})
@Index('joint_share_order_once', ['shareOrderId'], {
  unique: true,
  where: 'share_order_id IS NOT NULL',
})
@Index('joint_share_lead', ['leadEnterpriseId', 'offeredAt'])
@Index('joint_share_partner', ['partnerEnterpriseId', 'offeredAt'])
export class JointShareEntity {
  @PrimaryColumn('uuid')
  id: JointShareId;

  @Column('uuid', { name: 'lead_order_id' })
  leadOrderId: OrderId;

  @Column('uuid', { name: 'lead_enterprise_id' })
  leadEnterpriseId: EnterpriseId;

  /** The lead's own where another plant of it helps. */
  @Column('uuid', { name: 'partner_enterprise_id' })
  partnerEnterpriseId: EnterpriseId;

  @Column('uuid', { name: 'plant_id' })
  plantId: PlantId;

  @Column('double precision', { name: 'quota_m3' })
  quotaM3: number;

  @Column('text')
  state: ShareState;

  /** The order by which another enterprise plans and brings its share; null before it accepts. */
  @Column('uuid', { name: 'share_order_id', nullable: true })
  shareOrderId: OrderId | null;

  @Column('timestamptz', { name: 'offered_at' })
  offeredAt: Date;

  @Column('integer', { default: 1 })
  version: number;
}
