import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a site takes concrete, and the days on which it is otherwise; both empty: at any time. */
export class KnowAccessHours1799000000210 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE site
        ADD COLUMN access_hours jsonb NOT NULL DEFAULT '[]',
        ADD COLUMN access_exceptions jsonb NOT NULL DEFAULT '[]'`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `ALTER TABLE site DROP COLUMN access_hours, DROP COLUMN access_exceptions`,
    );
  }
}
