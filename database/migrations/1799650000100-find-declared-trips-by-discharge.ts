import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sums and ledgers count a declared trip by its discharge, or by its departure while that is not told. */
export class FindDeclaredTripsByDischarge1799650000100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE INDEX declared_trip_done ON declared_trip ((coalesce(discharged_at, left_plant_at)))`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX declared_trip_done`);
  }
}
