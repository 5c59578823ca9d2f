import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Limits of law and business: a row is a decision, a later row never erases it. */
export class CreatePolicy1795000002000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE policy_value (
        id              uuid PRIMARY KEY,
        key             text NOT NULL,
        scope           text NOT NULL,
        version         integer NOT NULL,
        value           jsonb NOT NULL,
        effective_from  timestamptz NOT NULL,
        source          text NOT NULL,
        confidence      text NOT NULL,
        decided_by      uuid NOT NULL,
        decided_at      timestamptz NOT NULL,
        reason          text NOT NULL,
        CONSTRAINT policy_value_version UNIQUE (key, scope, version)
      )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE policy_value`);
  }
}
