import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom a zone binds beside their kind, the roads at its border that are not in it, and its speed limit. */
export class ZonesTellVehiclesApart1797800000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE zone_version
        ADD COLUMN plate_colors            jsonb NOT NULL DEFAULT '[]',
        ADD COLUMN barred_emission_classes jsonb NOT NULL DEFAULT '[]',
        ADD COLUMN exempt_roads            jsonb NOT NULL DEFAULT '[]',
        ADD COLUMN speed_limit_kph         smallint`);
    await queryRunner.query(`
      ALTER TABLE zone_version
        ALTER COLUMN plate_colors DROP DEFAULT,
        ALTER COLUMN barred_emission_classes DROP DEFAULT,
        ALTER COLUMN exempt_roads DROP DEFAULT`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE zone_version
        DROP COLUMN plate_colors,
        DROP COLUMN barred_emission_classes,
        DROP COLUMN exempt_roads,
        DROP COLUMN speed_limit_kph`);
  }
}
