import type { EnterpriseId, OrderId, PumpJobId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { PumpEvidenceMap, PumpJobState } from '../../rules/pumping/pump-stages.js';

/** A pump and its operator at a site, for one order. */
@Entity('pump_job')
@Index('pump_job_order', ['orderId'])
export class PumpJobEntity {
  @PrimaryColumn('uuid')
  id: PumpJobId;

  @Column('uuid', { name: 'order_id' })
  orderId: OrderId;

  @Column('uuid', { name: 'enterprise_id' })
  enterpriseId: EnterpriseId;

  @Column('text')
  state: PumpJobState;

  /** Of the pump that is on the job now; one that was taken off it leaves its claims alone. */
  @Column('jsonb', { name: 'stage_evidence', default: () => `'{}'` })
  stageEvidence: PumpEvidenceMap;

  /** Set up and primed by then: when the first mixer is due. */
  @Column('timestamptz', { name: 'ready_by_at' })
  readyByAt: Date;

  /** When the last concrete is expected to be placed. */
  @Column('timestamptz', { name: 'until_at' })
  untilAt: Date;

  @Column('integer', { default: 1 })
  version: number;
}
