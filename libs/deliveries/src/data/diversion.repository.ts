import type {
  AccessScope,
  DriverId,
  EnterpriseId,
  Interval,
  LoadId,
  OrderId,
  SiteId,
  TripId,
  VehicleId,
} from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DiversionEntity, type DiversionKind } from './diversion.entity.js';
import { enterprisesOf, seenBy } from './visible.js';
import type { LoadKind } from '../rules/product.js';

/** What concrete it is that a trip carries, whatever order it is for now. */
export interface CarriedRow {
  readonly grade: string;
  readonly slumpMm: number;
  /** How much longer its retarder lets it live, minutes; null: none is stated. */
  readonly retarderMin: number | null;
  readonly kind: OpenLoadRow['kind'];
  readonly operatingOn: string;
}

/** A load that nobody has begun on, with its order: where other concrete could go. */
export interface OpenLoadRow {
  readonly loadId: LoadId;
  readonly loadNo: number;
  readonly plannedM3: number;
  readonly dueAt: Date;
  readonly state: 'planned' | 'released';
  readonly kind: LoadKind;
  /** Who is to bring it; null while nobody is. */
  readonly vehicleId: VehicleId | null;
  readonly driverId: DriverId | null;
  readonly plateNo: string | null;
  readonly orderId: OrderId;
  readonly orderNo: string;
  readonly grade: string;
  readonly slumpMm: number;
  readonly pourLocation: string;
  readonly siteId: SiteId;
  readonly siteName: string;
  readonly siteLng: number;
  readonly siteLat: number;
  /** Volume of the trucks that stand at the site, not yet discharged. */
  readonly queuedM3: number;
}

/** Concrete that was sent away from an order, or to it, by the names people know. */
export interface OrderDiversionRow {
  readonly id: string;
  readonly tripId: TripId;
  readonly plateNo: string | null;
  readonly kind: DiversionKind;
  readonly fromOrderId: OrderId;
  readonly fromOrderNo: string;
  readonly fromSiteName: string;
  readonly toOrderId: OrderId | null;
  readonly toOrderNo: string | null;
  readonly toSiteName: string | null;
  readonly toPourLocation: string | null;
  readonly toPlantName: string | null;
  readonly takenM3: number;
  readonly carriedM3: number;
  readonly reason: string;
  readonly approvedBy: string;
  readonly divertedAt: Date;
}

/** Concrete that was sent elsewhere, and where it could be. */
@Injectable()
export class DiversionRepository {
  insert(tx: EntityManager, row: DiversionEntity): Promise<unknown> {
    return tx.insert(DiversionEntity, row);
  }

  ofTrip(manager: EntityManager, tripId: TripId): Promise<DiversionEntity[]> {
    return manager.find(DiversionEntity, {
      where: { tripId },
      order: { divertedAt: 'ASC', id: 'ASC' },
    });
  }

  /** Away from an order and to it, oldest first. */
  ofOrder(manager: EntityManager, orderId: OrderId): Promise<OrderDiversionRow[]> {
    return manager.query(
      `SELECT d.id, d.trip_id AS "tripId", v.plate_no AS "plateNo", d.kind,
              d.from_order_id AS "fromOrderId", former.order_no AS "fromOrderNo",
              former_site.name AS "fromSiteName", d.to_order_id AS "toOrderId",
              next.order_no AS "toOrderNo", next_site.name AS "toSiteName",
              d.to_pour_location AS "toPourLocation", p.name AS "toPlantName",
              d.taken_m3 AS "takenM3", d.carried_m3 AS "carriedM3", d.reason,
              d.approved_by AS "approvedBy", d.diverted_at AS "divertedAt"
       FROM diversion d
       JOIN vehicle v ON v.id = d.vehicle_id
       JOIN pour_order former ON former.id = d.from_order_id
       JOIN site former_site ON former_site.id = d.from_site_id
       LEFT JOIN pour_order next ON next.id = d.to_order_id
       LEFT JOIN site next_site ON next_site.id = next.site_id
       LEFT JOIN plant p ON p.id = d.to_plant_id
       WHERE d.from_order_id = $1 OR d.to_order_id = $1
       ORDER BY d.diverted_at, d.id`,
      [orderId],
    );
  }

  /** As batched; what no batch record says is as it was first ordered. */
  async carriedBy(manager: EntityManager, tripId: TripId): Promise<CarriedRow | undefined> {
    const rows: CarriedRow[] = await manager.query(
      `SELECT coalesce(batch.grade, first.grade) AS grade, first.slump_mm AS "slumpMm",
              first.retarder_min AS "retarderMin", l.kind, o.operating_on::text AS "operatingOn"
       FROM trip t
       JOIN load l ON l.id = t.load_id
       JOIN pour_order o ON o.id = t.order_id
       JOIN pour_order first ON first.id = coalesce(
         (SELECT from_order_id FROM diversion WHERE trip_id = t.id
          ORDER BY diverted_at, id LIMIT 1), t.order_id)
       LEFT JOIN LATERAL (
         SELECT grade FROM batch_record WHERE trip_id = t.id ORDER BY batched_at LIMIT 1
       ) batch ON true
       WHERE t.id = $1`,
      [tripId],
    );
    return rows[0];
  }

  /**
   * Of an operating day's orders that take concrete, by when their first is wanted; of the days beside it
   * only what is due in an interval: pours go on over the border between two days.
   */
  openLoads(
    manager: EntityManager,
    scope: AccessScope,
    enterpriseId: EnterpriseId,
    operatingOn: string,
    due: Interval,
  ): Promise<OpenLoadRow[]> {
    return manager.query(
      `SELECT l.id AS "loadId", l.load_no AS "loadNo", l.planned_m3 AS "plannedM3",
              l.due_at AS "dueAt", l.state, l.kind, a.vehicle_id AS "vehicleId",
              a.driver_id AS "driverId", v.plate_no AS "plateNo", o.id AS "orderId",
              o.order_no AS "orderNo", o.grade, o.slump_mm AS "slumpMm",
              o.pour_location AS "pourLocation", s.id AS "siteId", s.name AS "siteName",
              ST_X(s.position::geometry) AS "siteLng", ST_Y(s.position::geometry) AS "siteLat",
              (SELECT coalesce(sum(coalesce(there.batched_m3 - there.taken_elsewhere_m3,
                                            there.planned_m3)), 0)
               FROM trip there WHERE there.site_id = s.id AND there.ended_at IS NULL
                 AND there.stage IN ('at_site', 'unloading')) AS "queuedM3"
       FROM load l
       JOIN pour_order o ON o.id = l.order_id
       JOIN site s ON s.id = o.site_id
       LEFT JOIN assignment a ON a.load_id = l.id AND a.state = 'released'
       LEFT JOIN vehicle v ON v.id = a.vehicle_id
       LEFT JOIN trip t ON t.assignment_id = a.id
       WHERE o.enterprise_id = $1
         AND (o.operating_on = $2
              OR abs(o.operating_on - $2::date) = 1 AND l.due_at BETWEEN $4 AND $5)
         AND ${seenBy('o.enterprise_id', 3)}
         AND o.state IN ('firm', 'released', 'pouring')
         AND (l.state = 'planned' OR (l.state = 'released' AND t.started_at IS NULL))
       ORDER BY o.first_on_site_at, o.id, l.load_no`,
      [enterpriseId, operatingOn, enterprisesOf(scope), due.from, due.to],
    );
  }
}
