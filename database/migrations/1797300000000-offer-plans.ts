import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Better plans that were found between events, for dispatchers to accept or decline. */
export class OfferPlans1797300000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE plan_offer (
        id              uuid PRIMARY KEY,
        plan_id         uuid NOT NULL,
        base_revision   integer NOT NULL,
        state           text NOT NULL,
        made_at         timestamptz NOT NULL,
        seed            integer NOT NULL,
        worth_points    double precision NOT NULL,
        content         jsonb NOT NULL,
        comparison      jsonb NOT NULL,
        decided_by      uuid,
        decided_by_name text,
        decided_at      timestamptz
      )`);
    await queryRunner.query(`CREATE INDEX plan_offer_plan ON plan_offer (plan_id, made_at)`);
    await queryRunner.query(
      `CREATE UNIQUE INDEX plan_offer_open_once ON plan_offer (plan_id) WHERE state = 'open'`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE plan_offer`);
  }
}
