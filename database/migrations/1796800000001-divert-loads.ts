import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Concrete that is sent elsewhere than ordered: to another order, another place, back to a plant. */
export class DivertLoads1796800000001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE trip
        ADD COLUMN taken_elsewhere_m3 double precision NOT NULL DEFAULT 0,
        ADD COLUMN pour_location text`);
    await queryRunner.query(`
      CREATE TABLE diversion (
        id               uuid PRIMARY KEY,
        trip_id          uuid NOT NULL,
        enterprise_id    uuid NOT NULL,
        vehicle_id       uuid NOT NULL,
        kind             text NOT NULL,
        from_order_id    uuid NOT NULL,
        from_load_id     uuid NOT NULL,
        from_site_id     uuid NOT NULL,
        from_stages      jsonb NOT NULL,
        to_order_id      uuid,
        to_load_id       uuid,
        to_pour_location text,
        to_plant_id      uuid,
        taken_m3         double precision NOT NULL,
        carried_m3       double precision NOT NULL,
        reason           text NOT NULL,
        approved_by      text NOT NULL,
        decided_by       uuid NOT NULL,
        diverted_at      timestamptz NOT NULL,
        until_at         timestamptz NOT NULL,
        figures          jsonb NOT NULL,
        overridden       jsonb NOT NULL,
        CONSTRAINT diversion_one_goal
          CHECK (num_nonnulls(to_load_id, to_pour_location, to_plant_id) = 1)
      )`);
    await queryRunner.query(`CREATE INDEX diversion_trip ON diversion (trip_id, diverted_at)`);
    await queryRunner.query(`CREATE INDEX diversion_from_order ON diversion (from_order_id)`);
    await queryRunner.query(
      `CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON diversion
       FOR EACH ROW EXECUTE FUNCTION refuse_rewriting()`,
    );
    await queryRunner.query(
      `CREATE TRIGGER never_emptied BEFORE TRUNCATE ON diversion
       FOR EACH STATEMENT EXECUTE FUNCTION refuse_unlinking()`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE diversion`);
    await queryRunner.query(`
      ALTER TABLE trip DROP COLUMN taken_elsewhere_m3, DROP COLUMN pour_location`);
  }
}
