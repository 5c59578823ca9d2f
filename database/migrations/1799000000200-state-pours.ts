import type { MigrationInterface, QueryRunner } from 'typeorm';

const TOLD = `'grade', o.grade, `;
const TOLD_WITH_RETARDER = `${TOLD}'retarder_min', retarder_of(t.id, t.order_id), `;

/**
 * What an order may state of its pour: its own longest pause, how much longer its retarder lets the
 * concrete live, and what is poured, by which durations are observed besides.
 */
export class StatePours1799000000200 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE pour_order
        ADD COLUMN gap_max_min integer,
        ADD COLUMN retarder_min integer,
        ADD COLUMN pour_kind text`);
    for (const table of ['observed_trip', 'learnt_duration', 'duration_decision']) {
      await queryRunner.query(`ALTER TABLE ${table} ADD COLUMN pour_kind text`);
    }
    // What was batched keeps its retarder, wherever the trip was sent on to.
    await queryRunner.query(`
      CREATE FUNCTION retarder_of(trip uuid, ordered uuid) RETURNS integer LANGUAGE sql STABLE AS $$
        SELECT o.retarder_min FROM pour_order o
        WHERE o.id = coalesce(
          (SELECT d.from_order_id FROM diversion d WHERE d.trip_id = trip
           ORDER BY d.diverted_at, d.id LIMIT 1), ordered)
      $$`);
    await this.tellAtTheRoadside(queryRunner, TOLD, TOLD_WITH_RETARDER);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await this.tellAtTheRoadside(queryRunner, TOLD_WITH_RETARDER, TOLD);
    await queryRunner.query(`DROP FUNCTION retarder_of`);
    for (const table of ['observed_trip', 'learnt_duration', 'duration_decision']) {
      await queryRunner.query(`ALTER TABLE ${table} DROP COLUMN pour_kind`);
    }
    await queryRunner.query(`
      ALTER TABLE pour_order
        DROP COLUMN gap_max_min, DROP COLUMN retarder_min, DROP COLUMN pour_kind`);
  }

  /** The roadside's function stays as it is but for what it tells of a trip's concrete. */
  private async tellAtTheRoadside(
    queryRunner: QueryRunner,
    was: string,
    is: string,
  ): Promise<void> {
    const [{ definition }]: [{ definition: string }] = await queryRunner.query(
      `SELECT pg_get_functiondef('roadside_dossiers'::regproc) AS definition`,
    );
    await queryRunner.query(definition.replace(was, is));
  }
}
