import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The raw log of a terminal, while an administrator has it switched on. */
export class LogTerminals1795500003000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE terminal ADD COLUMN raw_log_until timestamptz`);
    await queryRunner.query(`
      CREATE TABLE terminal_bytes (
        id           uuid PRIMARY KEY,
        terminal_id  uuid NOT NULL,
        at           timestamptz NOT NULL,
        direction    text NOT NULL,
        hex          text NOT NULL
      )`);
    await queryRunner.query(
      `CREATE INDEX terminal_bytes_terminal ON terminal_bytes (terminal_id, at, id)`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE terminal_bytes`);
    await queryRunner.query(`ALTER TABLE terminal DROP COLUMN raw_log_until`);
  }
}
