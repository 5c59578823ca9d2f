import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Applications for road passes, the roads of a pass, and what it allows after its end. */
export class ApplyForPasses1796800000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE road_pass
        ADD COLUMN roads text[] NOT NULL DEFAULT '{}',
        ADD COLUMN leave_by timestamptz,
        ADD COLUMN tolerated_to timestamptz`);
    await queryRunner.query(`
      CREATE TABLE pass_application (
        id              uuid PRIMARY KEY,
        application_no  text NOT NULL UNIQUE,
        vehicle_id      uuid NOT NULL,
        enterprise_id   uuid NOT NULL,
        renews_pass_id  uuid,
        zone_ids        uuid[] NOT NULL,
        roads           text[] NOT NULL,
        hours           jsonb NOT NULL,
        valid_from      timestamptz NOT NULL,
        valid_to        timestamptz NOT NULL,
        state           text NOT NULL,
        steps           text[] NOT NULL,
        approved        integer NOT NULL,
        pass_id         uuid,
        applied_by      uuid NOT NULL,
        applied_at      timestamptz NOT NULL,
        version         integer NOT NULL DEFAULT 1
      )`);
    await queryRunner.query(
      `CREATE UNIQUE INDEX pass_application_open ON pass_application (vehicle_id)
       WHERE state = 'pending'`,
    );
    await queryRunner.query(
      `CREATE INDEX pass_application_applied ON pass_application (applied_at, id)`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE pass_application`);
    await queryRunner.query(
      `ALTER TABLE road_pass DROP COLUMN tolerated_to, DROP COLUMN leave_by, DROP COLUMN roads`,
    );
  }
}
