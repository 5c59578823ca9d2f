import type { AccessScope, EnterpriseId, OrderId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ShareSide } from '../../rules/joint-supply/share-steps.js';
import type { TripStage } from '../../rules/stages.js';
import { enterprisesOf, seenBy } from '../visible.js';
import { ticketedM3Sql } from './joint-share.repository.js';

/** The order that leads a pour, as somebody who supplies it comes to it. */
export interface LedPourRow {
  readonly leadOrderId: OrderId;
  readonly leadEnterpriseId: EnterpriseId;
  readonly side: ShareSide;
  readonly rateM3PerHour: number;
  /** The pour's own longest pause, minutes; null: its lead's policy. */
  readonly gapMaxMin: number | null;
}

export interface SupplierRow {
  readonly isLead: boolean;
  readonly enterpriseName: string;
  readonly plantName: string;
  readonly quotaM3: number;
  readonly ticketedM3: number;
}

/** A load of a pour, whoever brings it; no driver, no order number, no customer. */
export interface JointLoadRow {
  readonly enterpriseName: string;
  readonly plantName: string;
  readonly loadNo: number;
  readonly plannedM3: number;
  readonly dueAt: Date;
  readonly plateNo: string | null;
  readonly fleetNo: string | null;
  readonly stage: TripStage | null;
  readonly arrivedAt: Date | null;
  readonly unloadStartAt: Date | null;
  readonly unloadEndAt: Date | null;
}

/** What joint supply opens to all who supply one pour, and nothing else. */
@Injectable()
export class JointSupplyRepository {
  /** Comes to it by the order that leads, or by an order that brings an agreed share of it. */
  async find(
    manager: EntityManager,
    scope: AccessScope,
    orderId: OrderId,
  ): Promise<LedPourRow | undefined> {
    const rows: LedPourRow[] = await manager.query(
      `SELECT o.id AS "leadOrderId", o.enterprise_id AS "leadEnterpriseId", 'lead' AS side,
              o.rate_m3_per_hour AS "rateM3PerHour", o.gap_max_min AS "gapMaxMin"
       FROM pour_order o WHERE o.id = $1 AND ${seenBy('o.enterprise_id', 2)}
         AND NOT EXISTS (SELECT 1 FROM joint_share js
                         WHERE js.share_order_id = o.id AND js.state = 'accepted')
       UNION ALL
       SELECT o.id, o.enterprise_id, 'partner', o.rate_m3_per_hour, o.gap_max_min
       FROM joint_share js JOIN pour_order o ON o.id = js.lead_order_id
       WHERE js.share_order_id = $1 AND js.state = 'accepted'
         AND ${seenBy('js.partner_enterprise_id', 2)}`,
      [orderId, enterprisesOf(scope)],
    );
    return rows[0];
  }

  /** The lead first, then its partners in the order of their offers. */
  suppliersOf(manager: EntityManager, { leadOrderId }: LedPourRow): Promise<SupplierRow[]> {
    return manager.query(
      `SELECT true AS "isLead", e.name AS "enterpriseName", p.name AS "plantName",
              o.planned_m3 - coalesce((SELECT sum(js.quota_m3) FROM joint_share js
                WHERE js.lead_order_id = o.id AND js.state = 'accepted'
                  AND js.share_order_id IS NULL), 0) AS "quotaM3",
              ${ticketedM3Sql('o.id')} - coalesce((
                SELECT sum(${ticketedM3Sql('o.id', 'js.plant_id')}) FROM joint_share js
                WHERE js.lead_order_id = o.id AND js.state = 'accepted'
                  AND js.share_order_id IS NULL), 0) AS "ticketedM3",
              o.created_at AS since, o.id
       FROM pour_order o JOIN enterprise e ON e.id = o.enterprise_id
       JOIN plant p ON p.id = o.plant_id
       WHERE o.id = $1
       UNION ALL
       SELECT false, e.name, p.name, js.quota_m3,
              ${ticketedM3Sql('coalesce(js.share_order_id, js.lead_order_id)', 'js.plant_id')},
              js.offered_at, js.id
       FROM joint_share js JOIN enterprise e ON e.id = js.partner_enterprise_id
       JOIN plant p ON p.id = js.plant_id
       WHERE js.lead_order_id = $1 AND js.state = 'accepted'
       ORDER BY "isLead" DESC, since, id`,
      [leadOrderId],
    );
  }

  loadsOf(manager: EntityManager, { leadOrderId }: LedPourRow): Promise<JointLoadRow[]> {
    return manager.query(
      `SELECT e.name AS "enterpriseName", p.name AS "plantName", l.load_no AS "loadNo",
              l.planned_m3 AS "plannedM3", l.due_at AS "dueAt", v.plate_no AS "plateNo",
              v.fleet_no AS "fleetNo", t.stage, t.arrived_at AS "arrivedAt",
              t.unload_start_at AS "unloadStartAt", t.unload_end_at AS "unloadEndAt"
       FROM pour_order o
       JOIN load l ON l.order_id = o.id AND l.state <> 'dropped'
       JOIN enterprise e ON e.id = o.enterprise_id
       LEFT JOIN LATERAL (
         SELECT * FROM trip WHERE load_id = l.id AND order_id = o.id AND stage <> 'cancelled'
         ORDER BY assigned_at DESC, id DESC LIMIT 1
       ) t ON l.state <> 'planned'
       LEFT JOIN vehicle v ON v.id = t.vehicle_id
       JOIN plant p ON p.id = coalesce(t.batched_plant_id, t.plant_id, o.plant_id)
       WHERE o.state <> 'cancelled' AND (o.id = $1 OR o.id IN (
         SELECT js.share_order_id FROM joint_share js
         WHERE js.lead_order_id = $1 AND js.state = 'accepted'))
       ORDER BY l.due_at, l.id`,
      [leadOrderId],
    );
  }
}
