import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sightings are found by the zones they fell in; those of before by the names that were kept. */
export class FindSightingsByZone1799520000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `ALTER TABLE sighting ADD COLUMN zone_ids uuid[] NOT NULL DEFAULT '{}'`,
    );
    await queryRunner.query(`
      UPDATE sighting SET zone_ids = (
        SELECT coalesce(array_agg(DISTINCT z.zone_id), '{}') FROM zone_version z
        WHERE z.name = ANY(sighting.zone_names))
      WHERE zone_names <> '{}'`);
    await queryRunner.query(`ALTER TABLE sighting ALTER COLUMN zone_ids DROP DEFAULT`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE sighting DROP COLUMN zone_ids`);
  }
}
