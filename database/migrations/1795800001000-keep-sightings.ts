import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Plates that cameras read, with what each came to. */
export class KeepSightings1795800001000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE sighting (
        id           uuid PRIMARY KEY,
        plate_no     text NOT NULL,
        plate_color  text,
        camera_id    text NOT NULL,
        image_url    text,
        crs          text NOT NULL,
        lng_sent     double precision NOT NULL,
        lat_sent     double precision NOT NULL,
        lng          double precision NOT NULL,
        lat          double precision NOT NULL,
        seen_at      timestamptz NOT NULL,
        received_at  timestamptz NOT NULL,
        reported_by  uuid NOT NULL,
        outcome      text NOT NULL,
        vehicle_id   uuid,
        zone_names   text[] NOT NULL,
        apart_m      double precision,
        alert_id     uuid
      )`);
    await queryRunner.query(`CREATE INDEX sighting_seen ON sighting (seen_at, id)`);
    await queryRunner.query(`CREATE INDEX sighting_outcome ON sighting (outcome, seen_at)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE sighting`);
  }
}
