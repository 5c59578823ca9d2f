import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Weights, ex-works tests, tickets and what sites signed; corrections are further rows. */
export class KeepTickets1796800000411 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE pour_order ADD COLUMN terms jsonb`);
    await queryRunner.query(`
      ALTER TABLE trip
        ADD COLUMN ticketed_m3 double precision,
        ADD COLUMN undelivered_m3 double precision NOT NULL DEFAULT 0`);
    await queryRunner.query(`
      CREATE TABLE weighing (
        id          uuid PRIMARY KEY,
        trip_id     uuid NOT NULL,
        kind        text NOT NULL,
        kg          integer NOT NULL,
        source      text NOT NULL,
        weighed_at  timestamptz NOT NULL,
        recorded_by uuid NOT NULL,
        recorded_at timestamptz NOT NULL
      )`);
    await queryRunner.query(`CREATE INDEX weighing_trip ON weighing (trip_id, weighed_at)`);
    await queryRunner.query(`
      CREATE TABLE ex_works_test (
        id             uuid PRIMARY KEY,
        trip_id        uuid NOT NULL,
        slump_mm       integer NOT NULL,
        temperature_c  double precision,
        inspector_name text NOT NULL,
        tested_at      timestamptz NOT NULL,
        recorded_by    uuid NOT NULL,
        recorded_at    timestamptz NOT NULL
      )`);
    await queryRunner.query(
      `CREATE INDEX ex_works_test_trip ON ex_works_test (trip_id, tested_at)`,
    );
    await queryRunner.query(`
      CREATE TABLE ticket (
        id            uuid PRIMARY KEY,
        ticket_no     text NOT NULL,
        enterprise_id uuid NOT NULL,
        order_id      uuid NOT NULL,
        trip_id       uuid NOT NULL,
        m3            double precision NOT NULL,
        content       jsonb NOT NULL,
        issued_by     uuid NOT NULL,
        issued_at     timestamptz NOT NULL,
        voided_at     timestamptz,
        voided_by     uuid,
        void_reason   text,
        CONSTRAINT ticket_number UNIQUE (enterprise_id, ticket_no)
      )`);
    await queryRunner.query(
      `CREATE UNIQUE INDEX ticket_trip_once ON ticket (trip_id) WHERE voided_at IS NULL`,
    );
    await queryRunner.query(`CREATE INDEX ticket_order ON ticket (order_id)`);
    await queryRunner.query(`
      CREATE TABLE acceptance (
        id             uuid PRIMARY KEY,
        trip_id        uuid NOT NULL,
        ticket_id      uuid NOT NULL,
        slump_mm       integer,
        signed_m3      double precision NOT NULL,
        refused_m3     double precision NOT NULL,
        refused_reason text,
        returned_m3    double precision NOT NULL,
        signer_name    text NOT NULL,
        signature      jsonb,
        signed_at      timestamptz NOT NULL,
        recorded_by    uuid NOT NULL,
        received_at    timestamptz NOT NULL
      )`);
    await queryRunner.query(`CREATE INDEX acceptance_trip ON acceptance (trip_id, received_at)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE acceptance, ticket, ex_works_test, weighing`);
    await queryRunner.query(`ALTER TABLE trip DROP COLUMN undelivered_m3, DROP COLUMN ticketed_m3`);
    await queryRunner.query(`ALTER TABLE pour_order DROP COLUMN terms`);
  }
}
