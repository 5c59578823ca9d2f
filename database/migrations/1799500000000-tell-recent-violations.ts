import type { MigrationInterface, QueryRunner } from 'typeorm';

const ASKED_BEFORE = 'enterprises uuid[], district text)';
const ASKED = 'enterprises uuid[], district text, violations_since timestamptz)';

const TOLD_BEFORE = `'last_position', (`;
/** Warnings and graver that nobody called false, and what officers found; ended ones too. */
const TOLD = `'violations', (
          SELECT json_build_object('count', count(*), 'newest', coalesce(json_agg(
            json_build_object('kind', seen.kind, 'at', seen.at, 'ended_at', seen.ended_at)
            ORDER BY seen.at DESC) FILTER (WHERE seen.nth <= 5), '[]'))
          FROM (
            SELECT one.*, row_number() OVER (ORDER BY one.at DESC) AS nth
            FROM (
              SELECT a.code AS kind, a.started_at AS at, a.ended_at
              FROM alert a
              WHERE a.vehicle_id = v.id AND a.level <> 'notice' AND a.state <> 'false_alarm'
                AND a.started_at BETWEEN asked.violations_since AND asked.at
              UNION ALL
              SELECT 'roadside_finding', f.raised_at, f.raised_at
              FROM roadside_finding f
              WHERE f.vehicle_id = v.id
                AND f.raised_at BETWEEN asked.violations_since AND asked.at) one) seen),
        'last_position', (`;

/** An officer reads what a vehicle did of late, not only what it is doing. */
export class TellRecentViolations1799500000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE INDEX roadside_finding_vehicle ON roadside_finding (vehicle_id, raised_at)`,
    );
    await this.tellAtTheRoadside(queryRunner, [
      [ASKED_BEFORE, ASKED],
      [TOLD_BEFORE, TOLD],
    ]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await this.tellAtTheRoadside(queryRunner, [
      [ASKED, ASKED_BEFORE],
      [TOLD, TOLD_BEFORE],
    ]);
    await queryRunner.query(`DROP INDEX roadside_finding_vehicle`);
  }

  /** The roadside's function stays as it is but for these words of it. */
  private async tellAtTheRoadside(
    queryRunner: QueryRunner,
    changes: readonly (readonly [string, string])[],
  ): Promise<void> {
    const [{ definition }]: [{ definition: string }] = await queryRunner.query(
      `SELECT pg_get_functiondef('roadside_dossiers'::regproc) AS definition`,
    );
    await queryRunner.query(changes.reduce((text, [was, is]) => text.replace(was, is), definition));
  }
}
