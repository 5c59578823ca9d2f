import type { AlertView } from '@tongyun/contracts';
import type { AlertRow } from './data/alert-rows.js';

/** An alert as it leaves the server. */
export const toAlertView = (row: AlertRow): AlertView => ({
  id: row.id,
  code: row.code,
  level: row.level,
  state: row.state,
  vehicleId: row.vehicle_id,
  plateNo: row.plate_no,
  plateColor: row.plate_color,
  driverName: row.driver_name,
  tripId: row.trip_id,
  enterpriseId: row.enterprise_id,
  enterpriseName: row.enterprise_name,
  subjectKind: row.subject_kind,
  subjectId: row.subject_id,
  subjectName: row.subject_name,
  value: row.value,
  limitValue: row.limit_value,
  unit: row.unit,
  ruleVersion: row.rule_version,
  reasons: row.reasons,
  evidence: row.evidence,
  position: { lng: row.lng, lat: row.lat },
  startedAt: row.started_at.toISOString(),
  openedAt: row.opened_at.toISOString(),
  endedAt: row.ended_at?.toISOString() ?? null,
  isLate: row.is_late,
  mute: muteOf(row),
  causeKey: row.cause_key,
  causeCount: row.cause_count,
  version: row.version,
});

const muteOf = ({ mute_ground, mute_reason, mute_until }: AlertRow): AlertView['mute'] =>
  mute_ground === null || mute_reason === null || mute_until === null
    ? null
    : { ground: mute_ground, reason: mute_reason, until: mute_until.toISOString() };
