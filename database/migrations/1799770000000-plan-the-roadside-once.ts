import type { MigrationInterface, QueryRunner } from 'typeorm';

/** However many plates are asked about, the plan is the same: without this a connection makes five before it sees so. */
export class PlanTheRoadsideOnce1799770000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `ALTER FUNCTION roadside_dossiers(jsonb, integer) SET plan_cache_mode = force_generic_plan`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `ALTER FUNCTION roadside_dossiers(jsonb, integer) RESET plan_cache_mode`,
    );
  }
}
