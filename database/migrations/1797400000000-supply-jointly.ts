import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Shares of one pour that other plants bring, with every step of how they were agreed. */
export class SupplyJointly1797400000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE joint_share (
        id                    uuid PRIMARY KEY,
        lead_order_id         uuid NOT NULL,
        lead_enterprise_id    uuid NOT NULL,
        partner_enterprise_id uuid NOT NULL,
        plant_id              uuid NOT NULL,
        quota_m3              double precision NOT NULL,
        state                 text NOT NULL,
        share_order_id        uuid,
        offered_at            timestamptz NOT NULL,
        version               integer NOT NULL DEFAULT 1
      )`);
    await queryRunner.query(
      `CREATE UNIQUE INDEX joint_share_plant_once ON joint_share (lead_order_id, plant_id)
       WHERE state IN ('offered', 'accepted')`,
    );
    await queryRunner.query(
      `CREATE UNIQUE INDEX joint_share_order_once ON joint_share (share_order_id)
       WHERE share_order_id IS NOT NULL`,
    );
    await queryRunner.query(
      `CREATE INDEX joint_share_lead ON joint_share (lead_enterprise_id, offered_at)`,
    );
    await queryRunner.query(
      `CREATE INDEX joint_share_partner ON joint_share (partner_enterprise_id, offered_at)`,
    );
    await queryRunner.query(`
      CREATE TABLE joint_share_step (
        id            uuid PRIMARY KEY,
        share_id      uuid NOT NULL,
        from_state    text,
        to_state      text NOT NULL,
        from_quota_m3 double precision,
        to_quota_m3   double precision NOT NULL,
        reason        text NOT NULL,
        enterprise_id uuid NOT NULL,
        decided_by    uuid NOT NULL,
        decided_at    timestamptz NOT NULL
      )`);
    await queryRunner.query(
      `CREATE INDEX joint_share_step_share ON joint_share_step (share_id, decided_at)`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE joint_share_step`);
    await queryRunner.query(`DROP TABLE joint_share`);
  }
}
