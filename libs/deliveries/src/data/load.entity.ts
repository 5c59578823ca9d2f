import type { LoadId, OrderId } from '@tongyun/kernel';
import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { LoadState } from '../rules/order-states.js';
import type { LoadKind } from '../rules/product.js';

/** One drum's share of an order. */
@Entity('load')
@Unique('load_number', ['orderId', 'loadNo'])
export class LoadEntity {
  @PrimaryColumn('uuid')
  id: LoadId;

  @Column('uuid', { name: 'order_id' })
  orderId: OrderId;

  @Column('integer', { name: 'load_no' })
  loadNo: number;

  @Column('text')
  kind: LoadKind;

  @Column('double precision', { name: 'planned_m3' })
  plannedM3: number;

  /** When it is wanted on site. */
  @Column('timestamptz', { name: 'due_at' })
  dueAt: Date;

  @Column('text')
  state: LoadState;

  @Column('integer', { default: 1 })
  version: number;
}
