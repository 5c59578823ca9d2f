import { isViolation } from '@tongyun/alerts';
import type { EnterpriseId } from '@tongyun/kernel';
import type { CursorKey } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export interface EvidenceRow {
  readonly id: string;
  readonly source: 'alert' | 'ledger' | 'late_delivery' | 'roadside_finding';
  readonly kind: string;
  readonly occurredAt: Date;
  readonly title: string | null;
  readonly plateNo: string | null;
  readonly photoUrls: string[];
  readonly value: number | null;
}

/**
 * Alerts that were violations, ledger entries that count, loads that came late, and what officers found;
 * but for entries and findings that were withdrawn.
 */
const EVIDENCE = `
  SELECT a.id, 'alert' AS source, a.code AS kind, a.started_at AS "occurredAt", NULL AS title,
    v.plate_no AS "plateNo", '{}'::text[] AS "photoUrls", a.value
  FROM alert a JOIN vehicle v ON v.id = a.vehicle_id
  WHERE a.enterprise_id = $1 AND ${isViolation('a')} AND a.started_at >= $2
  UNION ALL
  SELECT l.id, 'ledger', l.kind, l.occurred_at, l.title, v.plate_no, l.photo_urls, NULL
  FROM ledger_entry l LEFT JOIN vehicle v ON v.id = l.vehicle_id
  WHERE l.enterprise_id = $1 AND l.is_evidence AND l.occurred_at >= $2
    AND NOT EXISTS (SELECT 1 FROM ledger_withdrawal gone WHERE gone.entry_id = l.id)
  UNION ALL
  SELECT f.id, 'roadside_finding', 'roadside_finding', f.raised_at, s.text, f.plate_no, '{}', NULL
  FROM roadside_finding f
    JOIN roadside_finding_step s ON s.finding_id = f.id AND s.to_state = 'open'
  WHERE f.enterprise_id = $1 AND f.state <> 'withdrawn' AND f.raised_at >= $2
  UNION ALL
  SELECT t.id, 'late_delivery', 'late_delivery', t.arrived_at, s.name, v.plate_no, '{}',
    round(extract(epoch FROM t.arrived_at - d.due_at) / 60)::double precision
  FROM trip t JOIN load d ON d.id = t.load_id JOIN site s ON s.id = t.site_id
    JOIN vehicle v ON v.id = t.vehicle_id
  WHERE t.enterprise_id = $1 AND t.arrived_at >= $2
    AND t.arrived_at > d.due_at + make_interval(mins => $3)`;

/** What speaks against an enterprise, read where it is kept. */
@Injectable()
export class CreditEvidence {
  /** Newest first, after the cursor. */
  list(
    manager: EntityManager,
    enterpriseId: EnterpriseId,
    { since, lateMin }: { readonly since: Date; readonly lateMin: number },
    after: CursorKey | null,
    limit: number,
  ): Promise<EvidenceRow[]> {
    return manager.query(
      `SELECT * FROM (${EVIDENCE}) evidence
       WHERE $4::timestamptz IS NULL OR ("occurredAt", id) < ($4, $5::uuid)
       ORDER BY "occurredAt" DESC, id DESC LIMIT $6`,
      [enterpriseId, since, lateMin, after?.key ?? null, after?.id ?? null, limit],
    );
  }
}
