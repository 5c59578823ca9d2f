import type { AlertState } from '@tongyun/contracts';
import type { AlertId, UserId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What somebody decided about an alert. Rows are added, never changed. */
@Entity('alert_decision')
export class AlertDecisionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Index('alert_decision_alert')
  @Column('uuid', { name: 'alert_id' })
  alertId: AlertId;

  @Column('text', { name: 'from_state' })
  fromState: AlertState;

  @Column('text', { name: 'to_state' })
  toState: AlertState;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('uuid', { name: 'decided_by' })
  decidedBy: UserId;

  @Column('timestamptz', { name: 'decided_at' })
  decidedAt: Date;
}
