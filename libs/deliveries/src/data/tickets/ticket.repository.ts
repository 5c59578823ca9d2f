import type { OrderTerms, TicketContent } from '@tongyun/contracts';
import type { AccessScope, OrderId, TripId, UserId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import type { LoadKind } from '../../rules/product.js';
import { SMALLEST_M3 } from '../../rules/volume.js';
import { enterprisesOf, seenBy } from '../visible.js';
import { TicketEntity } from './ticket.entity.js';

/** A ticket with the names of who made it, and its trip's times. */
export interface TicketDetails {
  readonly id: string;
  readonly ticketNo: string;
  readonly orderId: OrderId;
  readonly tripId: TripId;
  readonly m3: number;
  readonly content: TicketContent;
  readonly issuedAt: Date;
  readonly issuedByName: string | null;
  readonly voidedAt: Date | null;
  readonly voidedByName: string | null;
  readonly voidReason: string | null;
  /** Number of the ticket that stands for it since its load was diverted; null: none does. */
  readonly replacedByNo: string | null;
  readonly leftPlantAt: Date | null;
  readonly arrivedAt: Date | null;
  readonly unloadStartAt: Date | null;
  readonly unloadEndAt: Date | null;
}

/** What a trip's order, site, plant and vehicle put on its ticket. */
export interface TicketFacts {
  readonly supplierName: string;
  readonly buyerName: string;
  readonly orderNo: string;
  readonly loadNo: number;
  readonly projectName: string;
  readonly siteName: string;
  readonly pourLocation: string;
  readonly placingMethod: 'chute' | 'pump';
  readonly kind: LoadKind;
  readonly grade: string;
  readonly slumpMm: number;
  readonly plantName: string;
  readonly lineName: string | null;
  readonly plateNo: string | null;
  readonly fleetNo: string | null;
  readonly driverName: string;
  readonly orderedM3: number;
  readonly receiverName: string | null;
  readonly receiverPhone: string | null;
  readonly terms: OrderTerms | null;
}

const SELECT_DETAILS = `
  SELECT k.id, k.ticket_no AS "ticketNo", k.order_id AS "orderId", k.trip_id AS "tripId", k.m3,
         k.content, k.issued_at AS "issuedAt", u.display_name AS "issuedByName",
         k.voided_at AS "voidedAt", w.display_name AS "voidedByName",
         k.void_reason AS "voidReason", n.ticket_no AS "replacedByNo", t.left_plant_at AS "leftPlantAt",
         t.arrived_at AS "arrivedAt", t.unload_start_at AS "unloadStartAt",
         t.unload_end_at AS "unloadEndAt"
  FROM ticket k
  JOIN trip t ON t.id = k.trip_id
  LEFT JOIN ticket n ON n.replaces_ticket_id = k.id
  LEFT JOIN app_user u ON u.id = k.issued_by
  LEFT JOIN app_user w ON w.id = k.voided_by`;

/** Delivery tickets. */
@Injectable()
export class TicketRepository {
  async find(
    manager: EntityManager,
    scope: AccessScope,
    id: string,
  ): Promise<TicketDetails | undefined> {
    const rows: TicketDetails[] = await manager.query(
      `${SELECT_DETAILS} WHERE k.id = $1 AND ${seenBy('k.enterprise_id', 2)}`,
      [id, enterprisesOf(scope)],
    );
    return rows[0];
  }

  /** The latest first, void ones among them. */
  ofTrip(manager: EntityManager, tripId: TripId): Promise<TicketDetails[]> {
    return manager.query(
      `${SELECT_DETAILS} WHERE k.trip_id = $1 ORDER BY k.issued_at DESC, k.id DESC`,
      [tripId],
    );
  }

  inForceOf(manager: EntityManager, tripId: TripId): Promise<TicketEntity | null> {
    return manager.findOneBy(TicketEntity, { tripId, voidedAt: IsNull() });
  }

  /**
   * Volume and number of the tickets of an order, of what it ordered or of what primes its pump: those
   * in force, and of one whose load went on to another order what had been taken of it.
   */
  async sumOf(
    manager: EntityManager,
    orderId: OrderId,
    kind: LoadKind,
  ): Promise<{ readonly m3: number; readonly loads: number }> {
    const [row]: [{ m3: number; loads: number }] = await manager.query(
      `SELECT coalesce(sum(m3), 0) AS m3, count(*)::int AS loads
       FROM (
         SELECT CASE WHEN k.voided_at IS NULL THEN k.m3
                     WHEN n.order_id <> k.order_id THEN k.m3 - n.m3 END AS m3
         FROM ticket k LEFT JOIN ticket n ON n.replaces_ticket_id = k.id
         WHERE k.order_id = $1 AND coalesce(k.content ->> 'kind', 'concrete') = $2
       ) stayed
       WHERE m3 >= $3`,
      [orderId, kind, SMALLEST_M3],
    );
    return row;
  }

  /** Columns of other slices' tables are read here and nowhere written. */
  async factsOf(
    manager: EntityManager,
    tripId: TripId,
    lineId: string | null,
  ): Promise<TicketFacts> {
    const [row]: [TicketFacts] = await manager.query(
      `SELECT e.name AS "supplierName", s.contractor AS "buyerName", o.order_no AS "orderNo",
              l.load_no AS "loadNo", s.project_name AS "projectName", s.name AS "siteName",
              coalesce(t.pour_location, o.pour_location) AS "pourLocation", o.placing_method AS "placingMethod",
              l.kind, o.grade,
              o.slump_mm AS "slumpMm", p.name AS "plantName", n.name AS "lineName",
              v.plate_no AS "plateNo", v.fleet_no AS "fleetNo", d.name AS "driverName",
              o.planned_m3 AS "orderedM3", s.contact_name AS "receiverName",
              s.contact_phone AS "receiverPhone", o.terms
       FROM trip t
       JOIN enterprise e ON e.id = t.enterprise_id
       JOIN pour_order o ON o.id = t.order_id
       JOIN load l ON l.id = t.load_id
       JOIN plant p ON p.id = coalesce(t.batched_plant_id, t.plant_id)
       JOIN site s ON s.id = t.site_id
       JOIN vehicle v ON v.id = t.vehicle_id
       JOIN driver d ON d.id = t.driver_id
       LEFT JOIN plant_line n ON n.id = $2
       WHERE t.id = $1`,
      [tripId, lineId],
    );
    return row;
  }

  insert(tx: EntityManager, ticket: TicketEntity): Promise<unknown> {
    return tx.insert(TicketEntity, ticket);
  }

  async makeVoid(
    tx: EntityManager,
    id: string,
    change: { readonly voidedAt: Date; readonly voidedBy: UserId; readonly voidReason: string },
  ): Promise<boolean> {
    const { affected } = await tx.update(TicketEntity, { id, voidedAt: IsNull() }, change);
    return affected === 1;
  }
}
