import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Trucks called to lines; what in a batch does not fit its trip, and who settled it. */
export class RunPlantQueues1796800000410 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE loading_call (
        id            uuid PRIMARY KEY,
        enterprise_id uuid NOT NULL,
        plant_id      uuid NOT NULL,
        line_id       uuid NOT NULL,
        trip_id       uuid NOT NULL,
        called_by     uuid NOT NULL,
        called_at     timestamptz NOT NULL,
        jump_reason   text,
        closed_at     timestamptz,
        closed_by     uuid,
        close_reason  text
      )`);
    await queryRunner.query(
      `CREATE UNIQUE INDEX loading_call_line_once ON loading_call (line_id) WHERE closed_at IS NULL`,
    );
    await queryRunner.query(
      `CREATE UNIQUE INDEX loading_call_trip_once ON loading_call (trip_id) WHERE closed_at IS NULL`,
    );
    await queryRunner.query(`
      ALTER TABLE batch_record
        ADD COLUMN line_id uuid,
        ADD COLUMN mismatches jsonb NOT NULL DEFAULT '[]'`);
    await queryRunner.query(
      `CREATE INDEX batch_record_vehicle ON batch_record (vehicle_id, batched_at)`,
    );
    await queryRunner.query(`
      CREATE TABLE batch_settlement (
        id              uuid PRIMARY KEY,
        batch_record_id uuid NOT NULL,
        decision        text NOT NULL,
        reason          text NOT NULL,
        settled_by      uuid NOT NULL,
        settled_at      timestamptz NOT NULL
      )`);
    await queryRunner.query(
      `CREATE INDEX batch_settlement_record ON batch_settlement (batch_record_id, settled_at)`,
    );
    await queryRunner.query(`CREATE INDEX trip_plant ON trip (plant_id) WHERE ended_at IS NULL`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX trip_plant`);
    await queryRunner.query(`DROP TABLE batch_settlement`);
    await queryRunner.query(`DROP INDEX batch_record_vehicle`);
    await queryRunner.query(`ALTER TABLE batch_record DROP COLUMN mismatches, DROP COLUMN line_id`);
    await queryRunner.query(`DROP TABLE loading_call`);
  }
}
