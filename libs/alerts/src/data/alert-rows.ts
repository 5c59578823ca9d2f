import type {
  AlertCode,
  AlertLevel,
  AlertState,
  EvidencePoint,
  ListAlertsQuery,
  MuteGround,
  ReasonView,
} from '@tongyun/contracts';
import type { AccessScope, AlertId } from '@tongyun/kernel';
import type { CursorKey } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** An alert with the names that other slices keep. */
export interface AlertRow {
  readonly id: string;
  readonly code: AlertCode;
  readonly level: AlertLevel;
  readonly state: AlertState;
  readonly vehicle_id: string;
  readonly plate_no: string | null;
  readonly plate_color: string | null;
  readonly driver_name: string | null;
  readonly trip_id: string | null;
  readonly enterprise_id: string | null;
  readonly enterprise_name: string | null;
  readonly subject_kind: 'plant' | 'zone' | 'vehicle';
  readonly subject_id: string;
  readonly subject_name: string | null;
  readonly value: number | null;
  readonly limit_value: number | null;
  readonly unit: string | null;
  readonly rule_version: string;
  readonly reasons: ReasonView[];
  readonly evidence: EvidencePoint[];
  readonly lng: number;
  readonly lat: number;
  readonly started_at: Date;
  readonly opened_at: Date;
  readonly ended_at: Date | null;
  readonly is_late: boolean;
  readonly mute_ground: MuteGround | null;
  readonly mute_reason: string | null;
  readonly mute_until: Date | null;
  readonly cause_key: string | null;
  readonly cause_count: number;
  readonly version: number;
}

const SELECT = `
  SELECT alert.*, vehicle.plate_no, vehicle.plate_color, driver.name AS driver_name,
    enterprise.short_name AS enterprise_name,
    mute.ground AS mute_ground, mute.reason AS mute_reason,
    coalesce(mute.lifted_at, mute.valid_to) AS mute_until,
    CASE WHEN alert.cause_key IS NULL THEN 1 ELSE (
      SELECT count(*)::int FROM alert other WHERE other.cause_key = alert.cause_key) END AS cause_count,
    CASE alert.subject_kind
      WHEN 'plant' THEN (SELECT plant.name FROM plant WHERE plant.id = alert.subject_id)
      WHEN 'zone' THEN (SELECT zone.name FROM zone_version zone WHERE zone.zone_id = alert.subject_id
                          AND zone.effective_from <= alert.started_at
                        ORDER BY zone.effective_from DESC, zone.version DESC LIMIT 1)
      ELSE coalesce(vehicle.plate_no, vehicle.equipment_no)
    END AS subject_name
  FROM alert
  LEFT JOIN vehicle ON vehicle.id = alert.vehicle_id
  LEFT JOIN driver ON driver.id = alert.driver_id
  LEFT JOIN alert_mute mute ON mute.id = alert.mute_id
  LEFT JOIN enterprise ON enterprise.id = alert.enterprise_id`;

/** $1: enterprises of the asker, null for all; $2: the district a bureau is bound to. */
const IN_SCOPE = `($1::uuid[] IS NULL OR alert.enterprise_id = ANY($1::uuid[]))
  AND ($2::text IS NULL OR enterprise.district = $2)`;

const scopeOf = ({ enterpriseIds, district }: AccessScope) => [
  enterpriseIds === 'all' ? null : [...enterpriseIds],
  district,
];

/** The read model of alerts: one query over the slices that name things. */
@Injectable()
export class AlertRows {
  /** One more row than the page holds, newest first. */
  page(
    manager: EntityManager,
    scope: AccessScope,
    { state, code, isEnded, causeKey, limit }: ListAlertsQuery,
    after: CursorKey | null,
  ): Promise<AlertRow[]> {
    return manager.query(
      `${SELECT} WHERE ${IN_SCOPE}
         AND ($3::text IS NULL OR alert.state = $3)
         AND ($4::text IS NULL OR alert.code = $4)
         AND ($5::boolean IS NULL OR (alert.ended_at IS NOT NULL) = $5)
         AND ($9::text IS NULL OR alert.cause_key = $9)
         AND ($6::timestamptz IS NULL OR (alert.opened_at, alert.id) < ($6, $7::uuid))
       ORDER BY alert.opened_at DESC, alert.id DESC LIMIT $8`,
      [
        ...scopeOf(scope),
        state ?? null,
        code ?? null,
        isEnded ?? null,
        after?.key ?? null,
        after?.id ?? null,
        limit + 1,
        causeKey ?? null,
      ],
    );
  }

  async find(manager: EntityManager, scope: AccessScope, id: AlertId): Promise<AlertRow | null> {
    const rows: AlertRow[] = await manager.query(`${SELECT} WHERE ${IN_SCOPE} AND alert.id = $3`, [
      ...scopeOf(scope),
      id,
    ]);
    return rows[0] ?? null;
  }
}
