import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was logged until now holds authentication codes in clear, so it goes; it would not have lasted the week. */
export class SayWhatRawLogsLack1799720000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DELETE FROM terminal_bytes`);
    await queryRunner.query(`
      ALTER TABLE terminal_bytes
        ADD COLUMN is_stated_only boolean NOT NULL,
        ADD COLUMN dropped_before integer NOT NULL`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `ALTER TABLE terminal_bytes DROP COLUMN dropped_before, DROP COLUMN is_stated_only`,
    );
  }
}
