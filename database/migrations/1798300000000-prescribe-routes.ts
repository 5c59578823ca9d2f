import type { MigrationInterface, QueryRunner } from 'typeorm';

const PASS_BEFORE = `'tolerated_to', p.tolerated_to)`;
const PASS = `'tolerated_to', p.tolerated_to, 'routes', p.routes)`;

/** The roads that a pass prescribes, and that an application asks for. */
export class PrescribeRoutes1798300000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['road_pass', 'pass_application']) {
      await queryRunner.query(`ALTER TABLE ${table} ADD COLUMN routes jsonb NOT NULL DEFAULT '[]'`);
    }
    await queryRunner.query(`ALTER TABLE pass_application ALTER COLUMN routes DROP DEFAULT`);
    await this.tellAtTheRoadside(queryRunner, PASS_BEFORE, PASS);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await this.tellAtTheRoadside(queryRunner, PASS, PASS_BEFORE);
    for (const table of ['road_pass', 'pass_application']) {
      await queryRunner.query(`ALTER TABLE ${table} DROP COLUMN routes`);
    }
  }

  /** The roadside's function stays as it is but for what it tells of a pass. */
  private async tellAtTheRoadside(
    queryRunner: QueryRunner,
    was: string,
    is: string,
  ): Promise<void> {
    const [{ definition }]: [{ definition: string }] = await queryRunner.query(
      `SELECT pg_get_functiondef('roadside_dossiers'::regproc) AS definition`,
    );
    await queryRunner.query(definition.replace(was, is));
  }
}
