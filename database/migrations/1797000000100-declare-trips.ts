import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Trips that enterprises declare, and what the city's figures look for by time. */
export class DeclareTrips1797000000100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE declared_trip (
        id            uuid PRIMARY KEY,
        enterprise_id uuid NOT NULL,
        trip_no       text NOT NULL,
        plant_id      uuid NOT NULL,
        vehicle_id    uuid NOT NULL,
        site_name     text NOT NULL,
        grade         text NOT NULL,
        m3            double precision NOT NULL,
        left_plant_at timestamptz NOT NULL,
        discharged_at timestamptz,
        declared_by   uuid NOT NULL,
        declared_at   timestamptz NOT NULL,
        CONSTRAINT declared_trip_number UNIQUE (enterprise_id, trip_no)
      )`);
    await queryRunner.query(`CREATE INDEX declared_trip_left ON declared_trip (left_plant_at)`);
    await queryRunner.query(`CREATE INDEX trip_unloaded ON trip (unload_end_at)`);
    await queryRunner.query(`CREATE INDEX alert_opened ON alert (opened_at)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX alert_opened`);
    await queryRunner.query(`DROP INDEX trip_unloaded`);
    await queryRunner.query(`DROP TABLE declared_trip`);
  }
}
