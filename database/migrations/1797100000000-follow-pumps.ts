import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The stages of a pump's job, and what was said of them. */
export class FollowPumps1797100000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `ALTER TABLE pump_job ADD COLUMN stage_evidence jsonb NOT NULL DEFAULT '{}'`,
    );
    await queryRunner.query(`
      CREATE TABLE pump_claim (
        id           uuid PRIMARY KEY,
        pump_job_id  uuid NOT NULL,
        driver_id    uuid,
        claimed_by   uuid NOT NULL,
        stage        text NOT NULL,
        claimed_at   timestamptz NOT NULL,
        received_at  timestamptz NOT NULL,
        evidence     text NOT NULL,
        outcome      text NOT NULL,
        reason       text
      )`);
    await queryRunner.query(`CREATE INDEX pump_claim_job ON pump_claim (pump_job_id)`);
    await queryRunner.query(
      `CREATE INDEX assignment_pump_job ON assignment (pump_job_id) WHERE pump_job_id IS NOT NULL`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX assignment_pump_job`);
    await queryRunner.query(`DROP TABLE pump_claim`);
    await queryRunner.query(`ALTER TABLE pump_job DROP COLUMN stage_evidence`);
  }
}
