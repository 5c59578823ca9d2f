import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where a vehicle was is where its driver was: who looked at that is kept. */
export class LogTrackAccess1795400000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE track_access (
        id          uuid PRIMARY KEY,
        vehicle_id  uuid NOT NULL,
        kind        text NOT NULL,
        span_from   timestamptz NOT NULL,
        span_to     timestamptz NOT NULL,
        asked_by    uuid NOT NULL,
        asked_at    timestamptz NOT NULL
      )`);
    await queryRunner.query(
      `CREATE INDEX track_access_vehicle ON track_access (vehicle_id, asked_at)`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE track_access`);
  }
}
