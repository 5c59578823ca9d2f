import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every roadside question is kept: who asked, with which badge, for what, and what was answered. */
export class CreateSupervision1795000008000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE roadside_check (
        id           uuid PRIMARY KEY,
        plate_no     text NOT NULL,
        plate_color  text,
        vehicle_id   uuid,
        lng          double precision,
        lat          double precision,
        accuracy_m   double precision,
        judged_for   timestamptz NOT NULL,
        verdict      text NOT NULL,
        reasons      jsonb NOT NULL,
        asked_by     uuid NOT NULL,
        badge_no     text,
        agency       text,
        asked_at     timestamptz NOT NULL
      )`);
    await queryRunner.query(`CREATE INDEX roadside_check_plate ON roadside_check (plate_no)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE roadside_check`);
  }
}
