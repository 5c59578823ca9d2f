import type { creditGrade, enterpriseMode } from '@tongyun/contracts';
import type { EnterpriseId } from '@tongyun/kernel';
import { Column, Entity, PrimaryColumn, Unique, VersionColumn } from 'typeorm';
import type { z } from 'zod';

/** A ready-mix enterprise: whose plants, vehicles and drivers they are. */
@Entity('enterprise')
@Unique('enterprise_name_key', ['name'])
export class EnterpriseEntity {
  @PrimaryColumn('uuid')
  id: EnterpriseId;

  @Column('text')
  name: string;

  @Column('text', { name: 'short_name' })
  shortName: string;

  @Column('text')
  district: string;

  @Column('text')
  mode: z.infer<typeof enterpriseMode>;

  @Column('text', { name: 'credit_grade', nullable: true })
  creditGrade: z.infer<typeof creditGrade> | null;

  /** Barred from supplying, by the administration. */
  @Column('boolean', { name: 'is_barred', default: false })
  isBarred: boolean;

  /** Takes no new orders, for its credit grade. */
  @Column('boolean', { name: 'are_orders_blocked', default: false })
  areOrdersBlocked: boolean;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @VersionColumn({ default: 1 })
  version: number;
}
