import type { OrderCallRequest } from '@tongyun/contracts';
import type { EnterpriseId, OrderId, UserId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What somebody at a site called for. Rows are only added. */
@Entity('order_call')
@Index('order_call_order', ['orderId', 'takenAt'])
export class OrderCallEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'order_id' })
  orderId: OrderId;

  @Column('uuid', { name: 'enterprise_id' })
  enterpriseId: EnterpriseId;

  @Column('text')
  call: OrderCallRequest['call'];

  @Column('double precision', { nullable: true })
  m3: number | null;

  @Column('double precision', { name: 'rate_m3_per_hour', nullable: true })
  rateM3PerHour: number | null;

  @Column('text', { name: 'caller_name' })
  callerName: string;

  @Column('text', { name: 'caller_phone', nullable: true })
  callerPhone: string | null;

  @Column('uuid', { name: 'taken_by' })
  takenBy: UserId;

  @Column('timestamptz', { name: 'taken_at' })
  takenAt: Date;
}
