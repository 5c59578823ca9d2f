import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Fixes lie in a partition for each UTC day of `at`, which the program makes ahead; what is of no such
 * day lies in `fix_other`. A fix is written once: what waits for the judge is told of in tables of its
 * own, a row for each batch (`fix_waiting`), or for each fix of a batch that was judged in part
 * (`fix_left`), and `verdict` is touched only where it is not `ok`.
 *
 * `judge_arrival` gives blocks of 10,000 numbers, so that a batch takes its numbers in one question.
 */
export class PartitionFixes1795600000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER SEQUENCE judge_arrival INCREMENT BY 10000`);
    await queryRunner.query(`ALTER TABLE fix RENAME TO fix_before`);
    await queryRunner.query(`ALTER TABLE fix_before RENAME CONSTRAINT fix_pk TO fix_before_pk`);
    await queryRunner.query(`ALTER INDEX fix_client RENAME TO fix_before_client`);
    await queryRunner.query(`
      CREATE TABLE fix (
        vehicle_id   uuid NOT NULL,
        at           timestamptz NOT NULL,
        arrival      bigint NOT NULL,
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
        verdict      text NOT NULL DEFAULT 'ok',
        CONSTRAINT fix_pk PRIMARY KEY (vehicle_id, at, arrival)
      ) PARTITION BY RANGE (at)`);
    await queryRunner.query(`CREATE INDEX fix_arrival ON fix (arrival)`);
    await queryRunner.query(
      `CREATE UNIQUE INDEX fix_client ON fix (client_id, at) WHERE client_id IS NOT NULL`,
    );
    await queryRunner.query(`CREATE TABLE fix_other PARTITION OF fix DEFAULT`);
    await queryRunner.query(`
      CREATE TABLE fix_waiting (
        first_arrival  bigint NOT NULL,
        shard_group    smallint NOT NULL,
        last_arrival   bigint NOT NULL,
        first_at       timestamptz NOT NULL,
        last_at        timestamptz NOT NULL,
        fixes          integer NOT NULL,
        CONSTRAINT fix_waiting_pk PRIMARY KEY (first_arrival, shard_group)
      )`);
    await queryRunner.query(`
      CREATE TABLE fix_left (
        arrival     bigint PRIMARY KEY,
        shard       smallint NOT NULL,
        vehicle_id  uuid NOT NULL,
        at          timestamptz NOT NULL
      )`);
    await queryRunner.query(`
      INSERT INTO fix_left (arrival, shard, vehicle_id, at)
      SELECT arrival, shard, vehicle_id, at FROM fix_before WHERE judged_at IS NULL`);
    await queryRunner.query(`
      INSERT INTO fix
      SELECT vehicle_id, at, arrival, shard, source, terminal_id, driver_id, client_id, received_at,
        crs, lng_sent, lat_sent, lng, lat, accuracy_m, altitude_m, speed_kph, heading_deg, mileage_km,
        alarm_bits, status_bits, is_located, extras, coalesce(verdict, 'ok')
      FROM fix_before`);
    await queryRunner.query(`DROP TABLE fix_before`);
  }

  async down(): Promise<void> {
    throw new Error('the marks of judged fixes are gone: restore a backup instead');
  }
}
