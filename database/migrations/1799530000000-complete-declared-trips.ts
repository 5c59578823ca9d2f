import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A trip that was declared under way is completed later: by whom and when is kept beside who declared it. */
export class CompleteDeclaredTrips1799530000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `ALTER TABLE declared_trip ADD COLUMN completed_by uuid, ADD COLUMN completed_at timestamptz`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `ALTER TABLE declared_trip DROP COLUMN completed_by, DROP COLUMN completed_at`,
    );
  }
}
