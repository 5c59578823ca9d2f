import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who asks for trucks, who offers which, and how each offer was answered. */
export class LendVehicles1797400000100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE loan_request (
        id            uuid PRIMARY KEY,
        enterprise_id uuid NOT NULL,
        plant_id      uuid NOT NULL,
        vehicle_count integer NOT NULL,
        from_at       timestamptz NOT NULL,
        until_at      timestamptz NOT NULL,
        reason        text NOT NULL,
        state         text NOT NULL,
        asked_by      uuid NOT NULL,
        asked_at      timestamptz NOT NULL,
        version       integer NOT NULL DEFAULT 1,
        CONSTRAINT loan_request_forward CHECK (from_at < until_at)
      )`);
    await queryRunner.query(`CREATE INDEX loan_request_asked ON loan_request (asked_at, id)`);
    await queryRunner.query(`
      CREATE TABLE vehicle_loan (
        id                     uuid PRIMARY KEY,
        request_id             uuid NOT NULL,
        borrower_enterprise_id uuid NOT NULL,
        lender_enterprise_id   uuid NOT NULL,
        vehicle_id             uuid NOT NULL,
        driver_id              uuid NOT NULL,
        plant_id               uuid NOT NULL,
        from_at                timestamptz NOT NULL,
        until_at               timestamptz NOT NULL,
        state                  text NOT NULL,
        agreement_id           uuid,
        version                integer NOT NULL DEFAULT 1
      )`);
    await queryRunner.query(
      `CREATE UNIQUE INDEX vehicle_loan_once ON vehicle_loan (request_id, vehicle_id)
       WHERE state IN ('offered', 'accepted')`,
    );
    await queryRunner.query(`CREATE INDEX vehicle_loan_vehicle ON vehicle_loan (vehicle_id)`);
    await queryRunner.query(`CREATE INDEX vehicle_loan_driver ON vehicle_loan (driver_id)`);
    await queryRunner.query(`
      CREATE TABLE vehicle_loan_step (
        id         uuid PRIMARY KEY,
        loan_id    uuid NOT NULL,
        from_state text,
        to_state   text NOT NULL,
        reason     text NOT NULL,
        decided_by uuid NOT NULL,
        decided_at timestamptz NOT NULL
      )`);
    await queryRunner.query(
      `CREATE INDEX vehicle_loan_step_loan ON vehicle_loan_step (loan_id, decided_at)`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE vehicle_loan_step`);
    await queryRunner.query(`DROP TABLE vehicle_loan`);
    await queryRunner.query(`DROP TABLE loan_request`);
  }
}
