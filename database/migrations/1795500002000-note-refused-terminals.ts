import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why the gateway last turned a terminal down, and what it had sent. */
export class NoteRefusedTerminals1795500002000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE terminal
        ADD COLUMN last_frame text,
        ADD COLUMN last_frame_at timestamptz,
        ADD COLUMN refusal_code text`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE terminal
        DROP COLUMN refusal_code, DROP COLUMN last_frame_at, DROP COLUMN last_frame`);
  }
}
