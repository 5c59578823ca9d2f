import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Diversions and emergencies for which alerts do not sound, causes in common, addresses to call. */
export class MuteAlertsAndCallWebhooks1795700000200 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE webhook (
        id             uuid PRIMARY KEY,
        enterprise_id  uuid,
        url            text NOT NULL,
        secret         text NOT NULL,
        created_by     uuid NOT NULL,
        created_at     timestamptz NOT NULL,
        ended_at       timestamptz
      )`);
    await queryRunner.query(`CREATE INDEX webhook_enterprise ON webhook (enterprise_id)`);
    await queryRunner.query(`
      CREATE TABLE alert_mute (
        id          uuid PRIMARY KEY,
        vehicle_id  uuid NOT NULL,
        trip_id     uuid,
        code        text NOT NULL,
        ground      text NOT NULL,
        reason      text NOT NULL,
        valid_from  timestamptz NOT NULL,
        valid_to    timestamptz NOT NULL,
        decided_by  uuid NOT NULL,
        decided_at  timestamptz NOT NULL,
        lifted_at   timestamptz,
        lifted_by   uuid
      )`);
    await queryRunner.query(
      `CREATE INDEX alert_mute_vehicle ON alert_mute (vehicle_id, code, valid_to)`,
    );
    await queryRunner.query(`ALTER TABLE alert ADD COLUMN mute_id uuid, ADD COLUMN cause_key text`);
    await queryRunner.query(
      `CREATE INDEX alert_cause ON alert (cause_key) WHERE cause_key IS NOT NULL`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE alert DROP COLUMN mute_id, DROP COLUMN cause_key`);
    await queryRunner.query(`DROP TABLE alert_mute, webhook`);
  }
}
