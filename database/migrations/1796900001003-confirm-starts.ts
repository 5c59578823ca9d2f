import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Drivers say when they begin; the first round of a day is judged and kept. */
export class ConfirmStarts1796900001003 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE start_confirmation (
        id            uuid PRIMARY KEY,
        driver_id     uuid NOT NULL,
        enterprise_id uuid NOT NULL,
        operating_on  date NOT NULL,
        starts_at     timestamptz NOT NULL,
        confirmed_at  timestamptz NOT NULL,
        received_at   timestamptz NOT NULL
      )`);
    await queryRunner.query(
      `CREATE INDEX start_confirmation_day ON start_confirmation (enterprise_id, operating_on)`,
    );
    await queryRunner.query(
      `CREATE INDEX start_confirmation_driver ON start_confirmation (driver_id, received_at)`,
    );
    await queryRunner.query(`
      CREATE TABLE call_in_check (
        id            uuid PRIMARY KEY,
        plan_id       uuid NOT NULL,
        enterprise_id uuid NOT NULL,
        kind          text NOT NULL,
        revision      integer NOT NULL,
        judged_at     timestamptz NOT NULL,
        items         jsonb NOT NULL
      )`);
    await queryRunner.query(
      `CREATE INDEX call_in_check_plan ON call_in_check (plan_id, judged_at)`,
    );
    await queryRunner.query(
      `CREATE UNIQUE INDEX call_in_check_evening_once ON call_in_check (plan_id)
       WHERE kind = 'evening'`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE call_in_check, start_confirmation`);
  }
}
