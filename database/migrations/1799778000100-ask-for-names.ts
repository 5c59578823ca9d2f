import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An enterprise asks that a driver who was examined be called otherwise, and the administration decides. */
export class AskForNames1799778000100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE driver_name_request (
        id           uuid PRIMARY KEY,
        driver_id    uuid NOT NULL,
        name_before  text NOT NULL,
        name         text NOT NULL,
        reason       text NOT NULL,
        state        text NOT NULL,
        asked_by     uuid NOT NULL,
        asked_at     timestamptz NOT NULL,
        version      integer NOT NULL DEFAULT 1
      )`);
    await queryRunner.query(
      `CREATE UNIQUE INDEX driver_name_request_open ON driver_name_request (driver_id)
       WHERE state = 'asked'`,
    );
    await queryRunner.query(
      `CREATE INDEX driver_name_request_asked ON driver_name_request (asked_at, id)`,
    );
    await queryRunner.query(`
      CREATE TABLE driver_name_step (
        id          uuid PRIMARY KEY,
        request_id  uuid NOT NULL,
        driver_id   uuid NOT NULL,
        name        text NOT NULL,
        from_state  text,
        to_state    text NOT NULL,
        reason      text NOT NULL,
        decided_by  uuid NOT NULL,
        decided_at  timestamptz NOT NULL
      )`);
    await queryRunner.query(
      `CREATE INDEX driver_name_step_request ON driver_name_step (request_id, decided_at)`,
    );
    await queryRunner.query(`CREATE INDEX driver_name_step_driver ON driver_name_step (driver_id)`);
    await queryRunner.query(
      `CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON driver_name_step
       FOR EACH ROW EXECUTE FUNCTION refuse_rewriting()`,
    );
    await queryRunner.query(
      `CREATE TRIGGER never_emptied BEFORE TRUNCATE ON driver_name_step
       FOR EACH STATEMENT EXECUTE FUNCTION refuse_unlinking()`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE driver_name_step, driver_name_request`);
  }
}
