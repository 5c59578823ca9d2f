import type { MigrationInterface, QueryRunner } from 'typeorm';

const BODY = `SELECT o.retarder_min FROM pour_order o
  WHERE o.id = coalesce(
    (SELECT d.from_order_id FROM diversion d WHERE d.trip_id = trip
     ORDER BY d.diverted_at, d.id LIMIT 1), ordered)`;

/**
 * A function in SQL that cannot be put into the statement that calls it is parsed and planned for each of its
 * calls, which took more than all else that the roadside is told together; one in PL/pgSQL is planned once a session.
 */
export class KeepThePlanOfRetarders1799700000300 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE OR REPLACE FUNCTION retarder_of(trip uuid, ordered uuid) RETURNS integer
      LANGUAGE plpgsql STABLE AS $$ BEGIN RETURN (${BODY}); END $$`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE OR REPLACE FUNCTION retarder_of(trip uuid, ordered uuid) RETURNS integer
      LANGUAGE sql STABLE AS $$ ${BODY} $$`);
  }
}
