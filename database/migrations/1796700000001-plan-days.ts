import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Loading lines of plants, and the plan of an operating day with every state it has had. */
export class PlanDays1796700000001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE plant_line (
        id               uuid PRIMARY KEY,
        plant_id         uuid NOT NULL,
        name             text NOT NULL,
        rate_m3_per_hour double precision NOT NULL,
        created_at       timestamptz NOT NULL,
        CONSTRAINT plant_line_name UNIQUE (plant_id, name),
        CONSTRAINT plant_line_loads CHECK (rate_m3_per_hour > 0)
      )`);
    await queryRunner.query(`
      INSERT INTO plant_line (id, plant_id, name, rate_m3_per_hour, created_at)
      SELECT gen_random_uuid(), plant.id, number || '号线', 120, now()
      FROM plant CROSS JOIN generate_series(1, 2) AS number`);
    await queryRunner.query(`
      CREATE TABLE day_plan (
        id                uuid PRIMARY KEY,
        enterprise_id     uuid NOT NULL,
        operating_on      date NOT NULL,
        revision          integer NOT NULL,
        released_revision integer,
        CONSTRAINT day_plan_day UNIQUE (enterprise_id, operating_on)
      )`);
    await queryRunner.query(`
      CREATE TABLE day_plan_revision (
        plan_id  uuid NOT NULL,
        revision integer NOT NULL,
        kind     text NOT NULL,
        by_user  uuid NOT NULL,
        by_name  text NOT NULL,
        at       timestamptz NOT NULL,
        note     text,
        undo_to  integer,
        content  jsonb NOT NULL,
        PRIMARY KEY (plan_id, revision)
      )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE day_plan_revision`);
    await queryRunner.query(`DROP TABLE day_plan`);
    await queryRunner.query(`DROP TABLE plant_line`);
  }
}
