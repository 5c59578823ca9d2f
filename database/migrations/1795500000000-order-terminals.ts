import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the platform has to say to terminals, until they answer or it no longer matters. */
export class OrderTerminals1795500000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE terminal_order (
        id           uuid PRIMARY KEY,
        terminal_id  uuid NOT NULL,
        command      jsonb NOT NULL,
        state        text NOT NULL,
        ordered_by   uuid NOT NULL,
        ordered_at   timestamptz NOT NULL,
        expires_at   timestamptz NOT NULL,
        sends        integer NOT NULL DEFAULT 0,
        next_at      timestamptz NOT NULL,
        sent_at      timestamptz,
        settled_at   timestamptz,
        answer       jsonb
      )`);
    await queryRunner.query(
      `CREATE INDEX terminal_order_open ON terminal_order (next_at)
       WHERE settled_at IS NULL`,
    );
    await queryRunner.query(
      `CREATE INDEX terminal_order_terminal ON terminal_order (terminal_id, ordered_at)`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE terminal_order`);
  }
}
