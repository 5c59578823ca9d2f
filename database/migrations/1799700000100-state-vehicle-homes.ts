import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where an enterprise has a vehicle begin and end its days. */
export class StateVehicleHomes1799700000100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE vehicle_home (
        vehicle_id    uuid NOT NULL,
        enterprise_id uuid NOT NULL,
        home_plant_id uuid NOT NULL,
        end_plant_id  uuid,
        stated_by     uuid NOT NULL,
        stated_at     timestamptz NOT NULL,
        PRIMARY KEY (vehicle_id, enterprise_id)
      )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE vehicle_home`);
  }
}
