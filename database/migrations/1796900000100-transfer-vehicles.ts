import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Vehicles that go from one enterprise to another, and every step of it. */
export class TransferVehicles1796900000100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE vehicle_transfer (
        id                  uuid PRIMARY KEY,
        vehicle_id          uuid NOT NULL,
        from_enterprise_id  uuid NOT NULL,
        to_enterprise_id    uuid NOT NULL,
        state               text NOT NULL,
        asked_by            uuid NOT NULL,
        asked_at            timestamptz NOT NULL,
        version             integer NOT NULL DEFAULT 1
      )`);
    await queryRunner.query(
      `CREATE UNIQUE INDEX vehicle_transfer_open ON vehicle_transfer (vehicle_id)
       WHERE state IN ('asked', 'agreed')`,
    );
    await queryRunner.query(
      `CREATE INDEX vehicle_transfer_asked ON vehicle_transfer (asked_at, id)`,
    );
    await queryRunner.query(`
      CREATE TABLE vehicle_transfer_step (
        id           uuid PRIMARY KEY,
        transfer_id  uuid NOT NULL,
        from_state   text,
        to_state     text NOT NULL,
        reason       text NOT NULL,
        before       jsonb,
        decided_by   uuid NOT NULL,
        decided_at   timestamptz NOT NULL
      )`);
    await queryRunner.query(
      `CREATE INDEX vehicle_transfer_step_transfer ON vehicle_transfer_step (transfer_id, decided_at)`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE vehicle_transfer_step, vehicle_transfer`);
  }
}
