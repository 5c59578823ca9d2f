import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The way by road that a trip is expected to take, so that one who leaves it can be seen. */
export class FindTripWays1796900000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE trip_way (
        trip_id uuid PRIMARY KEY,
        path jsonb,
        asked_at timestamptz NOT NULL
      )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE trip_way`);
  }
}
