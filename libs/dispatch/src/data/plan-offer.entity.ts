import type { UserId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Comparison } from '../day/rules/compare-plans.js';
import type { PlanContent } from '../day/rules/plan-content.js';

/** `withdrawn`: the plan changed before anybody decided, or the offer no longer holds. */
export type PlanOfferState = 'open' | 'accepted' | 'declined' | 'withdrawn';

/** A better plan that was found between events. At most one of a plan is open. */
@Entity('plan_offer')
@Index('plan_offer_plan', ['planId', 'madeAt'])
@Index('plan_offer_open_once', ['planId'], { unique: true, where: `state = 'open'` })
export class PlanOfferEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'plan_id' })
  planId: string;

  /** The revision of the plan that it is better than; of any later one it says nothing. */
  @Column('integer', { name: 'base_revision' })
  baseRevision: number;

  @Column('text')
  state: PlanOfferState;

  @Column('timestamptz', { name: 'made_at' })
  madeAt: Date;

  /** Of the search that found it. */
  @Column('integer')
  seed: number;

  /** Points that it gains beyond the price of its changes. */
  @Column('double precision', { name: 'worth_points' })
  worthPoints: number;

  @Column('jsonb')
  content: PlanContent;

  @Column('jsonb')
  comparison: Comparison;

  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy: UserId | null;

  @Column('text', { name: 'decided_by_name', nullable: true })
  decidedByName: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt: Date | null;
}
