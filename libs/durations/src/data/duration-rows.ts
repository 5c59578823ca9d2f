import type { EnterpriseId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DurationKey, DurationKind } from '../rules/duration-key.js';

export interface RowsWanted {
  readonly enterpriseId: EnterpriseId;
  readonly kind: DurationKind | null;
  /** Rows of keys after it. */
  readonly afterKey: string;
  readonly take: number;
  readonly now: Date;
}

/** One key with what was learnt of it and what was decided. */
export interface DurationRow extends DurationKey {
  /** Of the learnt value, or of the decision where nothing was learnt. */
  readonly id: string;
  readonly key: string;
  readonly plantName: string | null;
  readonly siteName: string | null;
  readonly learntValue: number | null;
  readonly sampleCount: number | null;
  readonly learntAt: Date | null;
  readonly version: number;
  /** Null when nobody decided, or it was withdrawn or has run out. */
  readonly overrideId: string | null;
  readonly overrideValue: number | null;
  readonly untilAt: Date | null;
  readonly reason: string | null;
  readonly byName: string | null;
  readonly decidedAt: Date | null;
}

/** Durations as people look at them, by key. */
@Injectable()
export class DurationRows {
  page(
    manager: EntityManager,
    { enterpriseId, kind, afterKey, take, now }: RowsWanted,
  ): Promise<DurationRow[]> {
    return manager.query(
      `WITH decided AS (
         SELECT DISTINCT ON (key) *,
           value IS NOT NULL AND (until_at IS NULL OR until_at > $5) AS is_in_force
         FROM duration_decision WHERE enterprise_id = $1 ORDER BY key, version DESC),
       known AS (
         SELECT learnt.id AS learnt_id, learnt.value AS learnt_value, learnt.sample_count,
           learnt.learnt_at, decided.id AS decision_id, coalesce(decided.version, 0) AS version,
           coalesce(learnt.key, decided.key) AS key, coalesce(learnt.kind, decided.kind) AS kind,
           coalesce(learnt.plant_id, decided.plant_id) AS plant_id,
           coalesce(learnt.site_id, decided.site_id) AS site_id,
           coalesce(learnt.placing_method, decided.placing_method) AS placing_method,
           coalesce(learnt.pour_kind, decided.pour_kind) AS pour_kind,
           coalesce(learnt.hour, decided.hour) AS hour, decided.is_in_force,
           decided.value, decided.until_at, decided.reason, decided.by_name, decided.decided_at
         FROM (SELECT * FROM learnt_duration
               WHERE enterprise_id = $1 AND superseded_at IS NULL) learnt
         FULL JOIN decided ON decided.key = learnt.key
         WHERE learnt.id IS NOT NULL OR decided.is_in_force)
       SELECT coalesce(learnt_id, decision_id) AS id, known.key, known.kind,
         known.plant_id AS "plantId", known.site_id AS "siteId",
         known.placing_method AS "placingMethod", known.pour_kind AS "pourKind", known.hour, known.version,
         plant.name AS "plantName", site.name AS "siteName", learnt_value AS "learntValue",
         sample_count AS "sampleCount", learnt_at AS "learntAt",
         CASE WHEN is_in_force THEN decision_id END AS "overrideId",
         CASE WHEN is_in_force THEN value END AS "overrideValue",
         CASE WHEN is_in_force THEN until_at END AS "untilAt",
         CASE WHEN is_in_force THEN reason END AS reason,
         CASE WHEN is_in_force THEN by_name END AS "byName",
         CASE WHEN is_in_force THEN decided_at END AS "decidedAt"
       FROM known
       LEFT JOIN plant ON plant.id = known.plant_id
       LEFT JOIN site ON site.id = known.site_id
       WHERE ($2::text IS NULL OR known.kind = $2) AND known.key > $3 COLLATE "C"
       ORDER BY known.key COLLATE "C" LIMIT $4`,
      [enterpriseId, kind, afterKey, take, now],
    );
  }
}
