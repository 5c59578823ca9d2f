import type { PourKind } from '@tongyun/contracts';
import type { DriverId, EnterpriseId, OrderId, PlantId, VehicleId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { LoadState, OrderState } from '../rules/order-states.js';
import type { TripStage } from '../rules/stages.js';
import { pumpsOf } from './pumping/pump-state.js';
import { LAST_LOAD_CALL } from './last-load-call.js';
import type { LastLoadCall } from './order-details.repository.js';
import type { PumpEvidenceMap, PumpJobState, PumpStage } from '../rules/pumping/pump-stages.js';
import type { LoadKind } from '../rules/product.js';
import type { SiteAccess } from '../rules/site-access.js';

export interface DayOrderRow extends SiteAccess {
  readonly id: OrderId;
  readonly orderNo: string;
  readonly plantId: PlantId;
  readonly siteId: string;
  readonly siteName: string;
  readonly siteLng: number;
  readonly siteLat: number;
  readonly grade: string;
  readonly placingMethod: 'chute' | 'pump';
  readonly plannedM3: number;
  /** What all who supply the pour bring together; as planned where nobody else does. */
  readonly jointTotalM3: number;
  /** The order that leads the pour; itself where nobody else does. */
  readonly leadOrderId: OrderId;
  /** When the lead's first truck is wanted. */
  readonly pourFirstAt: Date;
  /** What other plants of the same enterprise were given of it. */
  readonly plantQuotas: readonly { readonly plantId: PlantId; readonly quotaM3: number }[];
  readonly rateM3PerHour: number;
  readonly firstOnSiteAt: Date;
  readonly isPumpNeeded: boolean;
  /** Pumps that its pour needs at once, whoever brings them; 0: none. */
  readonly pumpsAtSite: number;
  readonly pumpReachM: number | null;
  readonly isEmergency: boolean;
  readonly pourKind: PourKind | null;
  /** Longest pause before a cold joint, minutes; null: the enterprise's policy. */
  readonly gapMaxMin: number | null;
  /** Trucks that discharge at once by the chute; null: as many as its rate needs. */
  readonly placesAtSite: number | null;
  readonly retarderMin: number | null;
  readonly isSiteReady: boolean;
  /** What loaded trucks took from it to other orders, and brought it from others, together, m³. */
  readonly divertedM3: number;
  /** When the last of them was sent on to another order; null: none was. */
  readonly sentOnAt: Date | null;
  /** The site's call for its last load; null: not yet. */
  readonly lastLoad: LastLoadCall | null;
  readonly state: OrderState;
}

/** An order of another enterprise at the site of one of the asker's. */
export interface BesideOrderRow {
  /** The asker's. */
  readonly orderId: OrderId;
  readonly otherOrderId: OrderId;
  readonly enterpriseId: EnterpriseId;
  /** Whether both bring shares of one pour. */
  readonly isOfPour: boolean;
  readonly plannedM3: number;
  readonly rateM3PerHour: number;
}

/** A load with the assignment in force and its newest trip. */
export interface DayLoadRow {
  readonly id: string;
  readonly orderId: OrderId;
  readonly loadNo: number;
  readonly kind: LoadKind;
  readonly plannedM3: number;
  readonly dueAt: Date;
  readonly state: LoadState;
  readonly plantId: PlantId | null;
  readonly vehicleId: VehicleId | null;
  readonly driverId: DriverId | null;
  /** Whether somebody chose vehicle and driver, not a plan. */
  readonly isByHand: boolean;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly stage: TripStage | null;
  readonly batchedM3: number | null;
  /** Of it, what the site refused when it signed last, m³; null before it signed. */
  readonly refusedM3: number | null;
  /** What did not stay on site for whatever reason, m³; null before there is a trip. */
  readonly undeliveredM3: number | null;
  readonly startedAt: Date | null;
  readonly loadStartAt: Date | null;
  readonly leftPlantAt: Date | null;
  readonly arrivedAt: Date | null;
  readonly unloadStartAt: Date | null;
  readonly unloadEndAt: Date | null;
  readonly endedAt: Date | null;
}

/** A truck that its site, or its dispatcher, sent back with concrete of a load. */
export interface DayReturnRow {
  readonly tripId: string;
  readonly orderId: OrderId;
  readonly loadId: string;
  readonly kind: LoadKind;
  /** Where it was loaded. */
  readonly plantId: PlantId;
  readonly vehicleId: VehicleId;
  /** What the site took of it before, m³; 0: nothing. */
  readonly takenM3: number;
  /** What it drives back with, m³. */
  readonly carriedM3: number;
  readonly loadStartAt: Date | null;
  readonly leftPlantAt: Date | null;
  readonly arrivedAt: Date | null;
  readonly unloadStartAt: Date | null;
  /** When it was sent back. */
  readonly sentBackAt: Date;
  readonly backAt: Date | null;
  /** Whether nobody has seen it at a plant since. */
  readonly isOut: boolean;
}

export interface DayPumpJobRow {
  readonly id: string;
  readonly orderId: OrderId;
  readonly state: PumpJobState;
  readonly stageEvidence: PumpEvidenceMap;
  readonly readyByAt: Date;
  readonly untilAt: Date;
  readonly vehicleId: VehicleId | null;
  readonly driverId: DriverId | null;
  readonly isByHand: boolean;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
}

/** What a pump did at a job that was then given to another, or to it once more. */
export interface DayPumpRunRow {
  /** Of the assignment that it had. */
  readonly id: string;
  readonly orderId: OrderId;
  readonly vehicleId: VehicleId;
  readonly driverId: DriverId;
  /** When it reached what, ISO 8601; what was said last of each. */
  readonly stages: readonly { readonly stage: PumpStage; readonly at: string }[];
  readonly givenOnAt: Date;
}

/** A vehicle and who was last given a job on it. */
export interface PairRow {
  readonly vehicleId: VehicleId;
  readonly driverId: DriverId;
  readonly plantId: PlantId;
}

/** Of an order `o`: the volume of the whole pour, and the quotas of its enterprise's own plants. */
const POUR_OF_ORDER = `
  SELECT coalesce(max(lead.planned_m3), o.planned_m3)
           + coalesce(sum(js.quota_m3) FILTER (WHERE js.share_order_id IS NOT NULL), 0) AS total_m3,
         coalesce(max(lead.first_on_site_at), o.first_on_site_at) AS first_at,
         coalesce(max(lead.id::text)::uuid, o.id) AS lead_id,
         coalesce(jsonb_agg(jsonb_build_object('plantId', js.plant_id, 'quotaM3', js.quota_m3))
           FILTER (WHERE js.share_order_id IS NULL AND js.lead_order_id = o.id), '[]') AS quotas
  FROM joint_share js
  LEFT JOIN pour_order lead ON lead.id = js.lead_order_id
  WHERE js.state = 'accepted' AND js.lead_order_id = coalesce(
    (SELECT own.lead_order_id FROM joint_share own
     WHERE own.share_order_id = o.id AND own.state = 'accepted'), o.id)`;

/** Of an order `o`: what was sent on from it to other orders, or to it from others. */
const DIVERTED_OF_ORDER = `
  SELECT coalesce(sum(d.carried_m3), 0) AS m3,
         max(d.diverted_at) FILTER (WHERE d.from_order_id = o.id) AS sent_on_at
  FROM diversion d
  WHERE d.kind = 'order' AND (d.from_order_id = o.id OR d.to_order_id = o.id)`;

/** Whether a trip `t` is the newest of its load: what stayed of that at its site came by no other. */
const IS_NEWEST_OF_LOAD = `NOT EXISTS (
  SELECT 1 FROM trip n WHERE n.order_id = t.order_id AND n.load_id = t.load_id
    AND (n.assigned_at, n.id) > (t.assigned_at, t.id))`;

/** Whether nobody has seen the truck of a trip `t` at a plant since, nor on another trip. */
const IS_OUT = `(t.back_at IS NULL AND NOT EXISTS (
  SELECT 1 FROM trip n WHERE n.vehicle_id = t.vehicle_id AND n.started_at > t.started_at))`;

/** Of an order `o`: the order that leads its pour. */
const leadOf = (o: string): string => `coalesce(
  (SELECT js.lead_order_id FROM joint_share js
   WHERE js.share_order_id = ${o}.id AND js.state = 'accepted'), ${o}.id)`;

/** An operating day's work of one enterprise, as the planner reads it. */
@Injectable()
export class DayWorkRepository {
  orders(
    manager: EntityManager,
    enterpriseId: EnterpriseId,
    operatingOn: string,
  ): Promise<DayOrderRow[]> {
    return manager.query(
      `SELECT o.id, o.order_no AS "orderNo", o.plant_id AS "plantId", o.site_id AS "siteId",
              s.name AS "siteName", ST_X(s.position::geometry) AS "siteLng",
              ST_Y(s.position::geometry) AS "siteLat",
              s.access_hours AS "accessHours", s.access_exceptions AS "accessExceptions", o.grade,
              o.placing_method AS "placingMethod", o.planned_m3 AS "plannedM3",
              o.rate_m3_per_hour AS "rateM3PerHour", o.first_on_site_at AS "firstOnSiteAt",
              o.is_pump_needed AS "isPumpNeeded", ${pumpsOf('pour.lead_id')} AS "pumpsAtSite", o.pump_reach_m AS "pumpReachM",
              o.is_emergency AS "isEmergency", o.is_site_ready AS "isSiteReady",
              o.pour_kind AS "pourKind", o.gap_max_min AS "gapMaxMin",
              o.places_at_site AS "placesAtSite",
              o.retarder_min AS "retarderMin", o.state, ${LAST_LOAD_CALL} AS "lastLoad",
              diverted.m3 AS "divertedM3", diverted.sent_on_at AS "sentOnAt",
              pour.total_m3 AS "jointTotalM3", pour.lead_id AS "leadOrderId",
              pour.first_at AS "pourFirstAt", pour.quotas AS "plantQuotas"
       FROM pour_order o JOIN site s ON s.id = o.site_id
       CROSS JOIN LATERAL (${POUR_OF_ORDER}) pour
       CROSS JOIN LATERAL (${DIVERTED_OF_ORDER}) diverted
       WHERE o.enterprise_id = $1 AND o.operating_on = $2
         AND o.state NOT IN ('draft', 'cancelled')
       ORDER BY o.first_on_site_at, o.id`,
      [enterpriseId, operatingOn],
    );
  }

  /** What loaded trucks took from an order to others, and brought it from others, together, m³. */
  async divertedM3(manager: EntityManager, orderId: OrderId): Promise<number> {
    const [row]: [{ m3: number }] = await manager.query(
      `SELECT diverted.m3 FROM pour_order o CROSS JOIN LATERAL (${DIVERTED_OF_ORDER}) diverted
       WHERE o.id = $1`,
      [orderId],
    );
    return row.m3;
  }

  /**
   * Orders of others that need the same places: shares of the same pour, and what else is brought to the
   * same spot that day and waits for no call.
   *
   * @param sameSpotM sites this near to each other are one
   */
  beside(
    manager: EntityManager,
    enterpriseId: EnterpriseId,
    operatingOn: string,
    sameSpotM: number,
  ): Promise<BesideOrderRow[]> {
    return manager.query(
      `SELECT o.id AS "orderId", b.id AS "otherOrderId", b.enterprise_id AS "enterpriseId",
              b.lead_id = o.lead_id AS "isOfPour", b.planned_m3 AS "plannedM3",
              b.rate_m3_per_hour AS "rateM3PerHour"
       FROM (SELECT o.id, o.site_id, s.position, ${leadOf('o')} AS lead_id
             FROM pour_order o JOIN site s ON s.id = o.site_id
             WHERE o.enterprise_id = $1 AND o.operating_on = $2
               AND o.state NOT IN ('draft', 'cancelled')) o
       JOIN (SELECT b.*, s.position, ${leadOf('b')} AS lead_id
             FROM pour_order b JOIN site s ON s.id = b.site_id
             WHERE b.enterprise_id <> $1 AND b.operating_on = $2
               AND b.state NOT IN ('draft', 'cancelled')) b
         ON b.lead_id = o.lead_id
         OR (b.state NOT IN ('will_call', 'on_hold') AND (b.site_id = o.site_id
             OR ST_DWithin(b.position, o.position, $3)))
       ORDER BY o.id, b.id`,
      [enterpriseId, operatingOn, sameSpotM],
    );
  }

  loads(manager: EntityManager, orderIds: readonly OrderId[]): Promise<DayLoadRow[]> {
    return manager.query(
      `SELECT l.id, l.order_id AS "orderId", l.load_no AS "loadNo", l.kind,
              l.planned_m3 AS "plannedM3", l.due_at AS "dueAt", l.state,
              coalesce(t.batched_plant_id, a.plant_id) AS "plantId",
              a.vehicle_id AS "vehicleId", a.driver_id AS "driverId",
              coalesce(a.is_by_hand, false) AS "isByHand",
              a.starts_at AS "startsAt", a.ends_at AS "endsAt", t.stage,
              t.batched_m3 - t.taken_elsewhere_m3 AS "batchedM3",
              s.refused_m3 AS "refusedM3", t.undelivered_m3 AS "undeliveredM3", t.started_at AS "startedAt",
              t.load_start_at AS "loadStartAt", t.left_plant_at AS "leftPlantAt",
              t.arrived_at AS "arrivedAt", t.unload_start_at AS "unloadStartAt",
              t.unload_end_at AS "unloadEndAt", t.ended_at AS "endedAt"
       FROM load l
       LEFT JOIN LATERAL (
         SELECT * FROM assignment WHERE load_id = l.id AND state IN ('released', 'done')
         ORDER BY created_at DESC, id DESC LIMIT 1
       ) a ON l.state <> 'planned'
       LEFT JOIN trip t ON t.assignment_id = a.id
       LEFT JOIN LATERAL (
         SELECT refused_m3 FROM acceptance WHERE trip_id = t.id
         ORDER BY received_at DESC, id DESC LIMIT 1
       ) s ON true
       WHERE l.order_id = ANY($1::uuid[]) AND l.state <> 'dropped'
       ORDER BY l.order_id, l.load_no`,
      [orderIds],
    );
  }

  /** What trucks are out with for orders of days after one. */
  async outLater(
    manager: EntityManager,
    enterpriseId: EnterpriseId,
    operatingOn: string,
  ): Promise<DayLoadRow[]> {
    const rows: { readonly id: OrderId }[] = await manager.query(
      `SELECT DISTINCT o.id FROM trip t JOIN pour_order o ON o.id = t.order_id
       WHERE t.enterprise_id = $1 AND t.started_at IS NOT NULL AND t.ended_at IS NULL
         AND o.operating_on > $2`,
      [enterpriseId, operatingOn],
    );
    const loads = await this.loads(
      manager,
      rows.map(({ id }) => id),
    );
    return loads.filter(({ startedAt, endedAt }) => startedAt !== null && endedAt === null);
  }

  /**
   * Trucks that were sent back with what was loaded for these orders of a day, or for others of that day or the days
   * beside (cancelled ones, yesterday's): out still or seen back, for who is back is to be washed out before it loads.
   */
  returns(
    manager: EntityManager,
    enterpriseId: EnterpriseId,
    operatingOn: string,
    orderIds: readonly OrderId[],
  ): Promise<DayReturnRow[]> {
    return manager.query(
      `SELECT t.id AS "tripId", t.order_id AS "orderId", t.load_id AS "loadId", l.kind,
              coalesce(t.batched_plant_id, t.plant_id) AS "plantId", t.vehicle_id AS "vehicleId",
              CASE WHEN l.state = 'returned_part' AND ${IS_NEWEST_OF_LOAD}
                THEN l.planned_m3 ELSE 0 END AS "takenM3",
              coalesce(t.batched_m3 - t.taken_elsewhere_m3, t.planned_m3) AS "carriedM3",
              t.load_start_at AS "loadStartAt", t.left_plant_at AS "leftPlantAt",
              t.arrived_at AS "arrivedAt", t.unload_start_at AS "unloadStartAt",
              (t.stage_evidence -> t.stage ->> 'at')::timestamptz AS "sentBackAt",
              t.back_at AS "backAt",
              ${IS_OUT} AS "isOut"
       FROM trip t JOIN load l ON l.id = t.load_id JOIN pour_order o ON o.id = t.order_id
       WHERE o.enterprise_id = $1 AND o.operating_on BETWEEN $2::date - 1 AND $2::date + 1
         AND t.stage IN ('refused', 'diverted') AND t.started_at IS NOT NULL
         AND (o.id = ANY($3::uuid[]) OR t.back_at IS NOT NULL OR ${IS_OUT})
       ORDER BY t.order_id, t.id`,
      [enterpriseId, operatingOn, orderIds],
    );
  }

  pumpJobs(manager: EntityManager, orderIds: readonly OrderId[]): Promise<DayPumpJobRow[]> {
    return manager.query(
      `SELECT p.id, p.order_id AS "orderId", p.state,
              p.stage_evidence AS "stageEvidence", p.ready_by_at AS "readyByAt",
              p.until_at AS "untilAt", a.vehicle_id AS "vehicleId", a.driver_id AS "driverId",
              coalesce(a.is_by_hand, false) AS "isByHand", a.starts_at AS "startsAt", a.ends_at AS "endsAt"
       FROM pump_job p
       LEFT JOIN LATERAL (
         SELECT * FROM assignment WHERE pump_job_id = p.id AND state IN ('released', 'done')
         ORDER BY created_at DESC, id DESC LIMIT 1
       ) a ON p.state <> 'planned'
       WHERE p.order_id = ANY($1::uuid[])
       ORDER BY p.order_id, p.id`,
      [orderIds],
    );
  }

  /** By when the job was given on. What is said belongs to who had the job when it was said. */
  pumpRuns(manager: EntityManager, orderIds: readonly OrderId[]): Promise<DayPumpRunRow[]> {
    return manager.query(
      `SELECT a.id, a.order_id AS "orderId", a.vehicle_id AS "vehicleId",
              a.driver_id AS "driverId", a.given_on_at AS "givenOnAt", said.stages
       FROM (
         SELECT id, order_id, vehicle_id, driver_id, pump_job_id, created_at,
                lead(created_at) OVER (PARTITION BY pump_job_id ORDER BY created_at, id) AS given_on_at
         FROM assignment WHERE order_id = ANY($1::uuid[]) AND pump_job_id IS NOT NULL
       ) a
       CROSS JOIN LATERAL (
         SELECT jsonb_agg(jsonb_build_object('stage', c.stage, 'at', c.claimed_at)
                  ORDER BY c.claimed_at) AS stages
         FROM (
           SELECT DISTINCT ON (stage) stage, claimed_at FROM pump_claim
           WHERE pump_job_id = a.pump_job_id AND outcome = 'applied'
             AND received_at >= a.created_at AND received_at < a.given_on_at
           ORDER BY stage, received_at DESC
         ) c
       ) said
       WHERE said.stages IS NOT NULL
       ORDER BY a.given_on_at, a.id`,
      [orderIds],
    );
  }

  /** The last pair of each vehicle, from what was not called off. */
  lastPairs(manager: EntityManager, vehicleIds: readonly VehicleId[]): Promise<PairRow[]> {
    return manager.query(
      `SELECT DISTINCT ON (vehicle_id) vehicle_id AS "vehicleId", driver_id AS "driverId",
              plant_id AS "plantId"
       FROM assignment WHERE vehicle_id = ANY($1::uuid[]) AND state <> 'cancelled'
       ORDER BY vehicle_id, starts_at DESC, id DESC`,
      [vehicleIds],
    );
  }
}
