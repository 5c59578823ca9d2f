import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who was told of an alert, by which way, and how far it came. */
export class TellOfAlerts1795700000100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE alert_delivery (
        id                 uuid PRIMARY KEY,
        alert_id           uuid NOT NULL,
        vehicle_id         uuid NOT NULL,
        code               text NOT NULL,
        level              text NOT NULL,
        occasion           text NOT NULL,
        channel            text NOT NULL,
        recipient          text NOT NULL,
        state              text NOT NULL,
        held_because       text,
        created_at         timestamptz NOT NULL,
        next_at            timestamptz,
        calls              integer NOT NULL DEFAULT 0,
        sent_at            timestamptz,
        delivered_at       timestamptz,
        seen_at            timestamptz,
        failure            text,
        terminal_order_id  uuid,
        CONSTRAINT alert_delivery_once UNIQUE (alert_id, occasion, channel, recipient)
      )`);
    await queryRunner.query(
      `CREATE INDEX alert_delivery_due ON alert_delivery (next_at) WHERE state = 'waiting'`,
    );
    await queryRunner.query(
      `CREATE INDEX alert_delivery_told ON alert_delivery (vehicle_id, code, created_at)`,
    );
    await queryRunner.query(
      `CREATE INDEX alert_delivery_terminal_order ON alert_delivery (terminal_order_id)
       WHERE terminal_order_id IS NOT NULL`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE alert_delivery`);
  }
}
