import type { MigrationInterface, QueryRunner } from 'typeorm';

/** `arrival` is one sequence over fixes and the judge's other inputs: the order they are judged in. */
export class CreateTracking1795000007000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE SEQUENCE judge_arrival`);
    await queryRunner.query(`
      CREATE TABLE fix (
        vehicle_id   uuid NOT NULL,
        at           timestamptz NOT NULL,
        arrival      bigint NOT NULL DEFAULT nextval('judge_arrival'),
        shard        smallint NOT NULL,
        source       text NOT NULL,
        terminal_id  uuid,
        driver_id    uuid,
        client_id    uuid,
        received_at  timestamptz NOT NULL,
        crs          text NOT NULL,
        lng_sent     double precision NOT NULL,
        lat_sent     double precision NOT NULL,
        lng          double precision NOT NULL,
        lat          double precision NOT NULL,
        accuracy_m   double precision,
        altitude_m   double precision,
        speed_kph    double precision,
        heading_deg  double precision,
        mileage_km   double precision,
        alarm_bits   bigint NOT NULL DEFAULT 0,
        status_bits  bigint NOT NULL DEFAULT 0,
        is_located   boolean NOT NULL DEFAULT true,
        extras       jsonb,
        verdict      text,
        judged_at    timestamptz,
        CONSTRAINT fix_pk PRIMARY KEY (vehicle_id, at, arrival)
      )`);
    await queryRunner.query(
      `CREATE INDEX fix_unjudged ON fix (shard, arrival) WHERE judged_at IS NULL`,
    );
    await queryRunner.query(
      `CREATE UNIQUE INDEX fix_client ON fix (client_id) WHERE client_id IS NOT NULL`,
    );
    await queryRunner.query(`
      CREATE TABLE judge_input (
        arrival     bigint PRIMARY KEY DEFAULT nextval('judge_arrival'),
        shard       smallint NOT NULL,
        vehicle_id  uuid NOT NULL,
        kind        text NOT NULL,
        at          timestamptz NOT NULL,
        payload     jsonb NOT NULL,
        judged_at   timestamptz
      )`);
    await queryRunner.query(
      `CREATE INDEX judge_input_unjudged ON judge_input (shard, arrival) WHERE judged_at IS NULL`,
    );
    await queryRunner.query(`CREATE INDEX judge_input_vehicle ON judge_input (vehicle_id, at)`);
    await queryRunner.query(`
      CREATE TABLE vehicle_track (
        vehicle_id   uuid PRIMARY KEY,
        state        jsonb NOT NULL,
        fix_at       timestamptz,
        received_at  timestamptz,
        lng          double precision,
        lat          double precision,
        speed_kph    double precision,
        heading_deg  double precision,
        source       text,
        version      integer NOT NULL DEFAULT 1
      )`);
    await queryRunner.query(`
      CREATE TABLE track_checkpoint (
        vehicle_id  uuid NOT NULL,
        fix_at      timestamptz NOT NULL,
        state       jsonb NOT NULL,
        PRIMARY KEY (vehicle_id, fix_at)
      )`);
    await queryRunner.query(`
      CREATE TABLE judge_timer (
        vehicle_id  uuid NOT NULL,
        kind        text NOT NULL,
        shard       smallint NOT NULL,
        due_at      timestamptz NOT NULL,
        PRIMARY KEY (vehicle_id, kind)
      )`);
    await queryRunner.query(`CREATE INDEX judge_timer_due ON judge_timer (due_at)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `DROP TABLE judge_timer, track_checkpoint, vehicle_track, judge_input, fix`,
    );
    await queryRunner.query(`DROP SEQUENCE judge_arrival`);
  }
}
