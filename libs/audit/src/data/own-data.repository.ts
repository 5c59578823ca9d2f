import type { DriverOwnDataView } from '@tongyun/contracts';
import type { DriverId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** An instant as the interface writes it, from whatever time zone the session has. */
const at = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const listOf = (fields: Readonly<Record<string, string>>, from: string, order: string): string => {
  const pairs = Object.entries(fields).map(([name, sql]) => `'${name}', ${sql}`);
  return `(SELECT coalesce(jsonb_agg(jsonb_build_object(${pairs.join(', ')}) ORDER BY ${order}), '[]')
    FROM ${from})`;
};

/** While he was on duty on the vehicle that a row is about. */
const ON_DUTY = (vehicle: string, begins: string, ends: string): string =>
  `EXISTS (SELECT 1 FROM duty w WHERE w.driver_id = $1 AND w.vehicle_id = ${vehicle}
     AND w.clock_in_at <= ${ends} AND coalesce(w.clock_out_at, 'infinity') >= ${begins})`;

/** Plans and first rounds name him among others, in documents. */
const HAS_ROW_OF_HIS = `c.items @> jsonb_build_array(jsonb_build_object('driverId', $1::text))
  OR c.items @> jsonb_build_array(
    jsonb_build_object('replacement', jsonb_build_object('driverId', $1::text)))`;

/** Plans of his own enterprise, and of those that he was lent to. */
const PLANNED_DAYS = `day_plan y JOIN day_plan_revision r ON r.plan_id = y.id AND r.revision = y.revision
  CROSS JOIN LATERAL (SELECT
    (SELECT count(*) FROM jsonb_array_elements(r.content -> 'loads') one
     WHERE one ->> 'driverId' = $1::text) AS loads,
    (SELECT count(*) FROM jsonb_array_elements(r.content -> 'pumpJobs') one
     WHERE one ->> 'driverId' = $1::text) AS pump_jobs,
    (SELECT coalesce(jsonb_agg(one - 'driverId' ORDER BY place), '[]')
     FROM jsonb_array_elements(r.content -> 'events') WITH ORDINALITY AS told(one, place)
     WHERE one ->> 'driverId' = $1::text) AS events) n
  WHERE y.enterprise_id IN (SELECT d.enterprise_id UNION ALL
      SELECT l.borrower_enterprise_id FROM vehicle_loan l WHERE l.driver_id = $1)
    AND (n.loads > 0 OR n.pump_jobs > 0 OR n.events <> '[]')`;

/**
 * Every table that names a driver is in it; its spec holds that against the schema. Secrets (keys, codes,
 * the phone's address for messages) are left out, their lives are not.
 */
export const OWN_DATA = `SELECT jsonb_build_object(
  'driver', jsonb_build_object('id', d.id, 'name', d.name, 'phone', d.phone,
    'licenceClass', d.licence_class, 'enterpriseName', e.name, 'createdAt', ${at('d.created_at')},
    'leftOn', d.left_on),
  'decisions', ${listOf(
    {
      kind: 'c.kind',
      before: 'c.before',
      leftOn: 'c.left_on',
      reason: 'c.reason',
      decidedAt: at('c.decided_at'),
    },
    'driver_decision c WHERE c.driver_id = $1',
    'c.decided_at',
  )},
  'nameRequests', ${listOf(
    {
      nameBefore: 'r.name_before',
      name: 's.name',
      state: 's.to_state',
      reason: 's.reason',
      decidedAt: at('s.decided_at'),
    },
    `driver_name_request r JOIN driver_name_step s ON s.request_id = r.id
     WHERE r.driver_id = $1`,
    's.decided_at',
  )},
  'phones', ${listOf(
    {
      deviceName: 't.device_name',
      signedInAt: at('t.signed_in_at'),
      endedAt: at('t.ended_at'),
    },
    `(SELECT min(device_name) AS device_name, min(issued_at) AS signed_in_at,
        CASE WHEN bool_and(revoked_at IS NOT NULL) THEN max(revoked_at) END AS ended_at
      FROM refresh_token JOIN app_user u ON u.id = user_id
      WHERE u.driver_id = $1 GROUP BY family_id) t`,
    't.signed_in_at',
  )},
  'trainings', ${listOf(
    {
      kind: 'g.kind',
      score: 'g.score',
      hasPassed: 'g.has_passed',
      passedOn: 'g.passed_on',
      expiresOn: 'g.expires_on',
      certificateNo: 'g.certificate_no',
      withdrawnReason: 'gone.reason',
      withdrawnAt: at('gone.decided_at'),
    },
    `training_result g LEFT JOIN training_withdrawal gone ON gone.result_id = g.id
     WHERE g.driver_id = $1`,
    'g.recorded_at',
  )},
  'duties', ${listOf(
    {
      id: 'w.id',
      plateNo: 'v.plate_no',
      clockInAt: at('w.clock_in_at'),
      clockOutAt: at('w.clock_out_at'),
      positions: `(SELECT count(*) FROM fix f WHERE f.vehicle_id = w.vehicle_id
        AND f.at >= w.clock_in_at AND f.at <= coalesce(w.clock_out_at, $2))`,
    },
    'duty w JOIN vehicle v ON v.id = w.vehicle_id WHERE w.driver_id = $1',
    'w.clock_in_at',
  )},
  'trips', ${listOf(
    {
      id: 't.id',
      orderNo: 'o.order_no',
      siteName: 's.name',
      plateNo: 'v.plate_no',
      stage: 't.stage',
      startedAt: at('t.started_at'),
      endedAt: at('t.ended_at'),
    },
    `trip t JOIN pour_order o ON o.id = t.order_id JOIN site s ON s.id = t.site_id
     JOIN vehicle v ON v.id = t.vehicle_id WHERE t.driver_id = $1`,
    't.assigned_at',
  )},
  'claims', ${listOf(
    {
      id: 'c.id',
      tripId: 'c.trip_id',
      stage: 'c.stage',
      claimedAt: at('c.claimed_at'),
      receivedAt: at('c.received_at'),
      outcome: 'c.outcome',
    },
    'stage_claim c WHERE c.driver_id = $1',
    'c.claimed_at',
  )},
  'pumpClaims', ${listOf(
    {
      id: 'c.id',
      pumpJobId: 'c.pump_job_id',
      stage: 'c.stage',
      claimedAt: at('c.claimed_at'),
      receivedAt: at('c.received_at'),
      outcome: 'c.outcome',
    },
    'pump_claim c WHERE c.driver_id = $1',
    'c.claimed_at',
  )},
  'alerts', ${listOf(
    {
      id: 'a.id',
      code: 'a.code',
      level: 'a.level',
      state: 'a.state',
      startedAt: at('a.started_at'),
      endedAt: at('a.ended_at'),
    },
    'alert a WHERE a.driver_id = $1',
    'a.started_at',
  )},
  'assignments', ${listOf(
    {
      id: 'j.id',
      orderNo: 'o.order_no',
      plateNo: 'v.plate_no',
      startsAt: at('j.starts_at'),
      endsAt: at('j.ends_at'),
      state: 'j.state',
      cancelledReason: 'j.cancelled_reason',
    },
    `assignment j JOIN pour_order o ON o.id = j.order_id JOIN vehicle v ON v.id = j.vehicle_id
     WHERE j.driver_id = $1`,
    'j.starts_at, j.id',
  )},
  'startConfirmations', ${listOf(
    {
      operatingOn: 'c.operating_on',
      startsAt: at('c.starts_at'),
      confirmedAt: at('c.confirmed_at'),
    },
    'start_confirmation c WHERE c.driver_id = $1',
    'c.confirmed_at',
  )},
  'callIns', ${listOf(
    {
      kind: 'c.kind',
      judgedAt: at('c.judged_at'),
      plateNo: `item ->> 'plateNo'`,
      callInAt: `item ->> 'callInAt'`,
      isReplacement: `item ->> 'driverId' <> $1::text`,
      codes: `CASE WHEN item ->> 'driverId' = $1::text
        THEN jsonb_path_query_array(item, '$.reasons[*].code') ELSE '[]' END`,
    },
    `call_in_check c CROSS JOIN jsonb_array_elements(c.items) item
     WHERE (${HAS_ROW_OF_HIS})
       AND $1::text IN (item ->> 'driverId', item -> 'replacement' ->> 'driverId')`,
    `c.judged_at, item ->> 'callInAt'`,
  )},
  'plannedDays', ${listOf(
    {
      operatingOn: 'y.operating_on',
      loads: 'n.loads',
      pumpJobs: 'n.pump_jobs',
      events: 'n.events',
    },
    PLANNED_DAYS,
    'y.operating_on',
  )},
  'enrolments', ${listOf(
    {
      title: 's.title',
      place: 's.place',
      startsAt: at('s.starts_at'),
      state: 'n.state',
      enrolledAt: at('n.enrolled_at'),
      settledAt: at('n.settled_at'),
    },
    `training_enrolment n JOIN training_session s ON s.id = n.session_id WHERE n.driver_id = $1`,
    'n.enrolled_at',
  )},
  'loans', ${listOf(
    {
      borrowerName: 'b.name',
      plateNo: 'v.plate_no',
      fromAt: at('l.from_at'),
      untilAt: at('l.until_at'),
      state: 'l.state',
    },
    `vehicle_loan l JOIN enterprise b ON b.id = l.borrower_enterprise_id
     JOIN vehicle v ON v.id = l.vehicle_id WHERE l.driver_id = $1`,
    'l.from_at, l.id',
  )},
  'documents', ${listOf(
    {
      kind: 'p.kind',
      title: 'p.title',
      fileKind: 'p.file_kind',
      expiresOn: 'p.expires_on',
      addedAt: at('p.added_at'),
    },
    `document p WHERE p.subject = 'driver' AND p.subject_id = $1`,
    'p.added_at',
  )},
  'phoneKeys', ${listOf(
    {
      deviceName: 'k.device_name',
      issuedAt: at('k.issued_at'),
      revokedAt: at('k.revoked_at'),
    },
    'phone_key k WHERE k.driver_id = $1',
    'k.issued_at',
  )},
  'deviceCodes', ${listOf(
    {
      issuedAt: at('k.issued_at'),
      expiresAt: at('k.expires_at'),
      usedAt: at('k.used_at'),
    },
    'device_code k WHERE k.driver_id = $1',
    'k.issued_at',
  )},
  'pushSubscriptions', ${listOf(
    { createdAt: at('k.created_at'), endedAt: at('k.ended_at') },
    'push_subscription k WHERE k.driver_id = $1',
    'k.created_at',
  )},
  'disclosures', ${listOf(
    { askedAt: at('x.asked_at'), purpose: 'x.purpose', agency: 'x.agency' },
    'driver_disclosure x WHERE x.driver_id = $1',
    'x.asked_at',
  )},
  'looks', ${listOf(
    {
      kind: 'l.kind',
      spanFrom: at('l.span_from'),
      spanTo: at('l.span_to'),
      askedAt: at('l.asked_at'),
      askedByRoles: `coalesce((SELECT to_jsonb(u.roles) FROM app_user u WHERE u.id = l.asked_by), '[]')`,
    },
    `track_access l WHERE ${ON_DUTY('l.vehicle_id', 'l.span_from', 'l.span_to')}`,
    'l.asked_at',
  )},
  'roadsideChecks', ${listOf(
    {
      askedAt: at('r.asked_at'),
      plateNo: 'r.plate_no',
      verdict: 'r.verdict',
      agency: 'r.agency',
    },
    `roadside_check r WHERE ${ON_DUTY('r.vehicle_id', 'r.judged_for', 'r.judged_for')}`,
    'r.asked_at',
  )}) AS data
  FROM driver d JOIN enterprise e ON e.id = d.enterprise_id WHERE d.id = $1`;

/** What other slices keep of a driver, read in one statement. */
@Injectable()
export class OwnData {
  async of(
    manager: EntityManager,
    driverId: DriverId,
    now: Date,
  ): Promise<Omit<DriverOwnDataView, 'writtenAt' | 'keptDays'> | null> {
    const [row]: { data: Omit<DriverOwnDataView, 'writtenAt' | 'keptDays'> }[] =
      await manager.query(OWN_DATA, [driverId, now]);
    return row?.data ?? null;
  }
}
