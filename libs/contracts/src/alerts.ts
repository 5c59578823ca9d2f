import { z } from 'zod';
import { instant, pageOf, pageQuery, position } from './common.js';
import { reasonView } from './permission.js';

export const alertCode = z.enum([
  'over_radius',
  'unregistered_in_zone',
  'no_pass',
  'pass_expired',
  'outside_pass_zone',
  'bad_hours',
  'offline',
  'overspeed',
  'fatigue_warning',
  'fatigue',
  'daily_driving',
  'long_stop',
  'off_route',
  'off_permitted_route',
  'transport_timeout',
  'unload_timeout',
  'late_return',
  'illegal_unload',
  'no_task_exit',
  'undeclared_use',
  'untrained_driver',
  'plate_mismatch',
  'roadside_hold',
  'pump_not_departed',
  'pump_overdue',
  'off_duty_moving',
  'device_fault',
  'blind_spot',
  'terminal_alarm',
]);
export type AlertCode = z.infer<typeof alertCode>;
export const alertLevel = z.enum(['notice', 'warning', 'grave']);
export type AlertLevel = z.infer<typeof alertLevel>;
export const alertState = z.enum([
  'open',
  'acknowledged',
  'handling',
  'closed',
  'false_alarm',
  'appealed',
]);
export type AlertState = z.infer<typeof alertState>;

/** Why a kind of alert does not sound for a vehicle for a time. */
export const muteGround = z.enum(['diversion', 'emergency']);
export type MuteGround = z.infer<typeof muteGround>;

export const evidencePoint = z.object({ at: instant, lng: z.number(), lat: z.number() });
export type EvidencePoint = z.infer<typeof evidencePoint>;

export const alertView = z.object({
  id: z.uuid(),
  code: alertCode,
  level: alertLevel,
  state: alertState,
  vehicleId: z.uuid(),
  plateNo: z.string().nullable(),
  plateColor: z.string().nullable(),
  driverName: z.string().nullable(),
  tripId: z.uuid().nullable(),
  enterpriseId: z.uuid().nullable(),
  enterpriseName: z.string().nullable(),
  subjectKind: z.enum(['plant', 'zone', 'vehicle']),
  subjectId: z.uuid(),
  subjectName: z.string().nullable(),
  value: z.number().nullable(),
  limitValue: z.number().nullable(),
  unit: z.string().nullable(),
  ruleVersion: z.string(),
  reasons: z.array(reasonView),
  evidence: z.array(evidencePoint),
  position,
  startedAt: instant,
  openedAt: instant,
  endedAt: instant.nullable(),
  isLate: z.boolean(),
  /** The authorised diversion or emergency for which it does not sound, and when that ends or was lifted. */
  mute: z.object({ ground: muteGround, reason: z.string(), until: instant }).nullable(),
  /** What made it and, of one enterprise, as many alerts as `causeCount`; null: its own. */
  causeKey: z.string().nullable(),
  causeCount: z.number().int(),
  version: z.number().int(),
});
export type AlertView = z.infer<typeof alertView>;
export const alertPage = pageOf(alertView);
export const listAlertsQuery = pageQuery.extend({
  isEnded: z.stringbool().optional(),
  state: alertState.optional(),
  code: alertCode.optional(),
  /** Those of one cause. */
  causeKey: z.string().max(200).optional(),
});
export type ListAlertsQuery = z.infer<typeof listAlertsQuery>;
export const decideAlertRequest = z.object({
  state: z.enum(['acknowledged', 'handling', 'closed', 'false_alarm', 'appealed']),
  note: z.string().trim().max(500).optional(),
});
export type DecideAlertRequest = z.infer<typeof decideAlertRequest>;
