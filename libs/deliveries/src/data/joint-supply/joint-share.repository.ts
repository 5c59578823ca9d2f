import type { AccessScope, EnterpriseId, JointShareId, OrderId, PlantId } from '@tongyun/kernel';
import type { CursorKey } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ShareState } from '../../rules/joint-supply/share-steps.js';
import { changeVersioned } from '../versioned.js';
import { enterprisesOf, seenBy } from '../visible.js';
import { JointShareEntity } from './joint-share.entity.js';
import { JointShareStepEntity } from './joint-share-step.entity.js';

/** A share with what its partner has to know of the pour: the order's price and customer are not in it. */
export interface JointShareDetails {
  readonly id: JointShareId;
  readonly state: ShareState;
  readonly quotaM3: number;
  readonly ticketedM3: number;
  readonly leadOrderId: OrderId;
  readonly leadEnterpriseId: EnterpriseId;
  readonly leadEnterpriseName: string;
  readonly partnerEnterpriseId: EnterpriseId;
  readonly partnerEnterpriseName: string;
  readonly plantId: PlantId;
  readonly plantName: string;
  readonly shareOrderId: OrderId | null;
  readonly siteName: string;
  readonly siteLng: number;
  readonly siteLat: number;
  readonly operatingOn: string;
  readonly grade: string;
  readonly slumpMm: number;
  readonly placingMethod: 'chute' | 'pump';
  readonly pourLocation: string;
  readonly rateM3PerHour: number;
  readonly firstOnSiteAt: Date;
  readonly offeredAt: Date;
  readonly version: number;
}

export interface JointShareStepRow {
  readonly fromState: ShareState | null;
  readonly toState: ShareState;
  readonly fromQuotaM3: number | null;
  readonly toQuotaM3: number;
  readonly reason: string;
  readonly enterpriseName: string;
  readonly decidedAt: Date;
}

/**
 * Ticketed of an order, by one plant or by all, m³; batched where no ticket is written yet, unless it
 * goes back to a plant.
 */
export const ticketedM3Sql = (orderId: string, plantId?: string): string => `
  (SELECT coalesce(sum(coalesce(
     t.ticketed_m3,
     CASE WHEN t.stage <> 'diverted' THEN t.batched_m3 - t.taken_elsewhere_m3 END)), 0)
   FROM trip t WHERE t.order_id = ${orderId}
   ${plantId === undefined ? '' : `AND coalesce(t.batched_plant_id, t.plant_id) = ${plantId}`})`;

const SELECT_SHARES = `
  SELECT js.id, js.state, js.quota_m3 AS "quotaM3", js.lead_order_id AS "leadOrderId",
         js.lead_enterprise_id AS "leadEnterpriseId", lead.name AS "leadEnterpriseName",
         js.partner_enterprise_id AS "partnerEnterpriseId",
         partner.name AS "partnerEnterpriseName", js.plant_id AS "plantId",
         p.name AS "plantName", js.share_order_id AS "shareOrderId", s.name AS "siteName",
         ST_X(s.position::geometry) AS "siteLng", ST_Y(s.position::geometry) AS "siteLat",
         o.operating_on::text AS "operatingOn", o.grade, o.slump_mm AS "slumpMm",
         o.placing_method AS "placingMethod", o.pour_location AS "pourLocation",
         o.rate_m3_per_hour AS "rateM3PerHour", o.first_on_site_at AS "firstOnSiteAt",
         js.offered_at AS "offeredAt", js.version,
         ${ticketedM3Sql('coalesce(js.share_order_id, js.lead_order_id)', 'js.plant_id')}
           AS "ticketedM3"
  FROM joint_share js
  JOIN pour_order o ON o.id = js.lead_order_id
  JOIN site s ON s.id = o.site_id
  JOIN plant p ON p.id = js.plant_id
  JOIN enterprise lead ON lead.id = js.lead_enterprise_id
  JOIN enterprise partner ON partner.id = js.partner_enterprise_id`;

const seenByEither = (n: number): string =>
  `(${seenBy('js.lead_enterprise_id', n)} OR ${seenBy('js.partner_enterprise_id', n)})`;

/** Both enterprises see a share; nobody else's orders come with it. */
@Injectable()
export class JointShareRepository {
  async find(
    manager: EntityManager,
    scope: AccessScope,
    id: JointShareId,
  ): Promise<JointShareDetails | undefined> {
    const rows: JointShareDetails[] = await manager.query(
      `${SELECT_SHARES} WHERE js.id = $1 AND ${seenByEither(2)}`,
      [id, enterprisesOf(scope)],
    );
    return rows[0];
  }

  /** Newest offer first, `take` rows after the cursor. */
  list(
    manager: EntityManager,
    scope: AccessScope,
    state: ShareState | null,
    after: CursorKey | null,
    take: number,
  ): Promise<JointShareDetails[]> {
    return manager.query(
      `${SELECT_SHARES}
       WHERE ${seenByEither(1)} AND ($2::text IS NULL OR js.state = $2)
         AND ($3::timestamptz IS NULL OR (js.offered_at, js.id) < ($3, $4::uuid))
       ORDER BY js.offered_at DESC, js.id DESC LIMIT $5`,
      [enterprisesOf(scope), state, after?.key ?? null, after?.id ?? null, take],
    );
  }

  /** Of an order that is led: those that the asker may see, in the order of their offers. */
  ofLeadOrder(
    manager: EntityManager,
    scope: AccessScope,
    leadOrderId: OrderId,
  ): Promise<JointShareDetails[]> {
    return manager.query(
      `${SELECT_SHARES} WHERE js.lead_order_id = $1 AND ${seenByEither(2)}
       ORDER BY js.offered_at, js.id`,
      [leadOrderId, enterprisesOf(scope)],
    );
  }

  /** Shares that are agreed, in the order of their offers. */
  acceptedOf(manager: EntityManager, leadOrderId: OrderId): Promise<JointShareEntity[]> {
    return manager.find(JointShareEntity, {
      where: { leadOrderId, state: 'accepted' },
      order: { offeredAt: 'ASC', id: 'ASC' },
    });
  }

  /** Offered or agreed. */
  standingOf(manager: EntityManager, leadOrderId: OrderId): Promise<JointShareEntity[]> {
    return manager.find(JointShareEntity, {
      where: [
        { leadOrderId, state: 'offered' },
        { leadOrderId, state: 'accepted' },
      ],
      order: { offeredAt: 'ASC', id: 'ASC' },
    });
  }

  /** The share that an order brings; null of an order that nobody else leads. */
  ofShareOrder(manager: EntityManager, shareOrderId: OrderId): Promise<JointShareEntity | null> {
    return manager.findOneBy(JointShareEntity, { shareOrderId, state: 'accepted' });
  }

  lock(tx: EntityManager, id: JointShareId): Promise<JointShareEntity> {
    const lock = { mode: 'pessimistic_write' } as const;
    return tx.findOneOrFail(JointShareEntity, { where: { id }, lock });
  }

  insert(tx: EntityManager, share: JointShareEntity): Promise<unknown> {
    return tx.insert(JointShareEntity, share);
  }

  change(
    tx: EntityManager,
    share: JointShareEntity,
    change: Partial<JointShareEntity>,
  ): Promise<JointShareEntity> {
    return changeVersioned(tx, JointShareEntity, share, change);
  }

  insertStep(tx: EntityManager, step: JointShareStepEntity): Promise<unknown> {
    return tx.insert(JointShareStepEntity, step);
  }

  /** Oldest first. */
  stepsOf(manager: EntityManager, id: JointShareId): Promise<JointShareStepRow[]> {
    return manager.query(
      `SELECT st.from_state AS "fromState", st.to_state AS "toState",
              st.from_quota_m3 AS "fromQuotaM3", st.to_quota_m3 AS "toQuotaM3", st.reason,
              e.name AS "enterpriseName", st.decided_at AS "decidedAt"
       FROM joint_share_step st JOIN enterprise e ON e.id = st.enterprise_id
       WHERE st.share_id = $1 ORDER BY st.decided_at, st.id`,
      [id],
    );
  }
}
