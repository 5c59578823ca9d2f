import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What came of questions at the roadside, and whose name was shown to whom and why. */
export class RecordRoadsideOutcomes1796800000300 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE roadside_outcome (
        id          uuid PRIMARY KEY,
        check_id    uuid NOT NULL,
        vehicle_id  uuid,
        outcome     text NOT NULL,
        route       text,
        note        text,
        alert_id    uuid,
        decided_by  uuid NOT NULL,
        badge_no    text,
        agency      text,
        decided_at  timestamptz NOT NULL
      )`);
    await queryRunner.query(
      `CREATE INDEX roadside_outcome_decided ON roadside_outcome (decided_at, id)`,
    );
    await queryRunner.query(`
      CREATE TABLE driver_disclosure (
        id         uuid PRIMARY KEY,
        check_id   uuid NOT NULL,
        driver_id  uuid NOT NULL,
        purpose    text NOT NULL,
        asked_by   uuid NOT NULL,
        badge_no   text,
        agency     text,
        asked_at   timestamptz NOT NULL
      )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE driver_disclosure, roadside_outcome`);
  }
}
