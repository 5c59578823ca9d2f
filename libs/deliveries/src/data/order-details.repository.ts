import type { OrderTerms, PourKind } from '@tongyun/contracts';
import type { AccessScope, EnterpriseId, OrderId } from '@tongyun/kernel';
import type { CursorKey } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { LoadState, OrderState } from '../rules/order-states.js';
import type { TripStage } from '../rules/stages.js';
import { SMALLEST_M3 } from '../rules/volume.js';
import type { LoadKind } from '../rules/product.js';
import { LAST_LOAD_CALL } from './last-load-call.js';
import { CARRIED_M3, DELIVERED_M3, IS_ORDERED, NEWEST_TRIP } from './load-volumes.js';
import { pumpsOf } from './pumping/pump-state.js';
import { enterprisesOf, seenBy } from './visible.js';

/** An order with how far it has come. */
export interface OrderDetails {
  readonly id: OrderId;
  readonly orderNo: string;
  readonly enterpriseId: EnterpriseId;
  readonly plantId: string;
  readonly siteId: string;
  readonly siteName: string;
  readonly operatingOn: string;
  readonly grade: string;
  readonly slumpMm: number;
  readonly placingMethod: 'chute' | 'pump';
  readonly pourLocation: string;
  readonly plannedM3: number;
  readonly rateM3PerHour: number;
  readonly firstOnSiteAt: Date;
  readonly isPumpNeeded: boolean;
  /** Pumps at once; 0: none is needed. */
  readonly pumpsNeeded: number;
  readonly pumpReachM: number | null;
  /** Mortar that goes through the pump first, m³; none of the planned volume. */
  readonly primingM3: number;
  readonly isEmergency: boolean;
  readonly pourKind: PourKind | null;
  readonly gapMaxMin: number | null;
  readonly placesAtSite: number | null;
  readonly retarderMin: number | null;
  readonly terms: OrderTerms | null;
  readonly state: OrderState;
  readonly loadCount: number;
  readonly assignedLoadCount: number;
  readonly onRoadM3: number;
  readonly deliveredM3: number;
  /** The site's final figure: its call for the last load; null: not yet. */
  readonly lastLoad: LastLoadCall | null;
  /** Whose rest it is, and who has its rest. */
  readonly carriedFrom: CarriedLink | null;
  readonly carriedTo: CarriedLink | null;
  readonly version: number;
}

export interface LastLoadCall {
  readonly m3: number;
  readonly callerName: string;
  /** ISO 8601. */
  readonly takenAt: string;
}

export interface CarriedLink {
  readonly orderId: OrderId;
  readonly orderNo: string;
  readonly operatingOn: string;
  readonly plannedM3: number;
}

/** A load with where its newest trip is. */
export interface LoadDetails {
  readonly id: string;
  readonly orderId: OrderId;
  readonly loadNo: number;
  readonly kind: LoadKind;
  readonly plannedM3: number;
  readonly dueAt: Date;
  readonly state: LoadState;
  readonly tripStage: TripStage | null;
  readonly version: number;
}

const linkOf = (condition: string): string => `
         (SELECT json_build_object('orderId', c.id, 'orderNo', c.order_no,
            'operatingOn', c.operating_on::text, 'plannedM3', c.planned_m3)
          FROM pour_order c WHERE ${condition})`;

/** The newest trip of each load says what was really ticketed or batched for it, and what stayed. */
const SELECT_DETAILS = `
  SELECT o.id, o.order_no AS "orderNo", o.enterprise_id AS "enterpriseId",
         o.plant_id AS "plantId", o.site_id AS "siteId", s.name AS "siteName",
         o.operating_on::text AS "operatingOn", o.grade, o.slump_mm AS "slumpMm",
         o.placing_method AS "placingMethod", o.pour_location AS "pourLocation",
         o.planned_m3 AS "plannedM3", o.rate_m3_per_hour AS "rateM3PerHour",
         o.first_on_site_at AS "firstOnSiteAt", o.is_pump_needed AS "isPumpNeeded",
         ${pumpsOf('o.id')} AS "pumpsNeeded",
         o.pump_reach_m AS "pumpReachM", o.is_emergency AS "isEmergency",
         o.pour_kind AS "pourKind", o.gap_max_min AS "gapMaxMin",
         o.places_at_site AS "placesAtSite",
         o.retarder_min AS "retarderMin", o.terms, o.state,
         o.version,${linkOf('c.id = o.carried_from_order_id')} AS "carriedFrom",
         ${linkOf('c.carried_from_order_id = o.id')} AS "carriedTo",
         ${LAST_LOAD_CALL} AS "lastLoad", sums.*
  FROM pour_order o
  JOIN site s ON s.id = o.site_id
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS "loadCount",
           (count(*) FILTER (WHERE l.state NOT IN ('planned', 'dropped')))::int
             AS "assignedLoadCount",
           coalesce(sum(${CARRIED_M3}) FILTER (WHERE l.state = 'on_trip' AND ${IS_ORDERED}), 0)
             AS "onRoadM3",
           coalesce(sum(${DELIVERED_M3}) FILTER (WHERE ${IS_ORDERED}), 0) AS "deliveredM3",
           coalesce(sum(l.planned_m3) FILTER (WHERE NOT ${IS_ORDERED} AND l.state <> 'dropped'), 0)
             AS "primingM3"
    FROM load l
    LEFT JOIN LATERAL (${NEWEST_TRIP}) t ON true
    WHERE l.order_id = o.id
  ) sums`;

export interface OrderFilter {
  readonly operatingOn: string | null;
  readonly state: OrderState | null;
}

/** Reads orders for screens. */
@Injectable()
export class OrderDetailsRepository {
  async find(
    manager: EntityManager,
    scope: AccessScope,
    id: OrderId,
  ): Promise<OrderDetails | undefined> {
    const rows: OrderDetails[] = await manager.query(
      `${SELECT_DETAILS} WHERE o.id = $1 AND ${seenBy('o.enterprise_id', 2)}`,
      [id, enterprisesOf(scope)],
    );
    return rows[0];
  }

  /** Latest first concrete first, `take` rows after the cursor. */
  list(
    manager: EntityManager,
    scope: AccessScope,
    { operatingOn, state }: OrderFilter,
    after: CursorKey | null,
    take: number,
  ): Promise<OrderDetails[]> {
    return manager.query(
      `${SELECT_DETAILS}
       WHERE ${seenBy('o.enterprise_id', 1)}
         AND ($2::date IS NULL OR o.operating_on = $2)
         AND ($3::text IS NULL OR o.state = $3)
         AND ($4::timestamptz IS NULL OR (o.first_on_site_at, o.id) < ($4, $5::uuid))
       ORDER BY o.first_on_site_at DESC, o.id DESC LIMIT $6`,
      [enterprisesOf(scope), operatingOn, state, after?.key ?? null, after?.id ?? null, take],
    );
  }

  /** Orders of a day that are neither over nor whole, by first concrete. */
  unfinished(
    manager: EntityManager,
    scope: AccessScope,
    enterpriseId: EnterpriseId,
    operatingOn: string,
  ): Promise<OrderDetails[]> {
    return manager.query(
      `${SELECT_DETAILS}
       WHERE o.enterprise_id = $1 AND o.operating_on = $2 AND ${seenBy('o.enterprise_id', 3)}
         AND o.state IN ('firm', 'will_call', 'on_hold', 'released', 'pouring')
         AND o.planned_m3 - sums."deliveredM3" - sums."onRoadM3" >= ${SMALLEST_M3}
       ORDER BY o.first_on_site_at, o.id`,
      [enterpriseId, operatingOn, enterprisesOf(scope)],
    );
  }

  /** Orders of a day that are not over, whose sites lie in an area (GeoJSON, WGS-84). */
  async openWithin(
    manager: EntityManager,
    scope: AccessScope,
    operatingOn: string,
    area: string,
  ): Promise<OrderId[]> {
    const rows: { id: OrderId }[] = await manager.query(
      `SELECT o.id FROM pour_order o JOIN site s ON s.id = o.site_id
       WHERE ${seenBy('o.enterprise_id', 1)} AND o.operating_on = $2
         AND o.state NOT IN ('draft', 'closed', 'cancelled')
         AND ST_Covers(ST_GeomFromGeoJSON($3)::geography, s.position)
       ORDER BY o.first_on_site_at, o.id`,
      [enterprisesOf(scope), operatingOn, area],
    );
    return rows.map(({ id }) => id);
  }

  loadsOf(manager: EntityManager, orderId: OrderId): Promise<LoadDetails[]> {
    return manager.query(
      `SELECT l.id, l.order_id AS "orderId", l.load_no AS "loadNo", l.kind,
              l.planned_m3 AS "plannedM3", l.due_at AS "dueAt", l.state, l.version,
              t.stage AS "tripStage"
       FROM load l
       LEFT JOIN LATERAL (
         SELECT stage FROM trip
         WHERE load_id = l.id AND order_id = l.order_id AND stage <> 'cancelled'
         ORDER BY assigned_at DESC, id DESC LIMIT 1
       ) t ON true
       WHERE l.order_id = $1 ORDER BY l.load_no`,
      [orderId],
    );
  }
}
