import type { MigrationInterface, QueryRunner } from 'typeorm';

const TELLS_OF_A_DRIVER = `'$.events[*] ? (@.kind == "driver_refused" || @.kind == "driver_came")'`;

const withoutNames = (table: string): string => `
  UPDATE ${table} SET content = jsonb_set(content, '{events}', (
    SELECT jsonb_agg(CASE WHEN event ->> 'kind' IN ('driver_refused', 'driver_came')
      THEN event || '{"reason":""}' ELSE event END ORDER BY place)
    FROM jsonb_array_elements(content -> 'events') WITH ORDINALITY AS told(event, place)))
  WHERE jsonb_path_exists(content, ${TELLS_OF_A_DRIVER})`;

/**
 * Plans tell of drivers by their ids: who is forgotten is named in none. First rounds are found by the
 * drivers that they name.
 */
export class NameDriversByIdInPlans1799780000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    // The longest names first: another may begin with a shorter one.
    await queryRunner.query(`
      DO $$
      DECLARE told record;
      BEGIN
        FOR told IN
          SELECT r.plan_id, r.revision, event ->> 'kind' AS kind, event ->> 'reason' AS name,
            event ->> 'driverId' AS id
          FROM day_plan_revision r CROSS JOIN jsonb_path_query(r.content, ${TELLS_OF_A_DRIVER}) event
          WHERE r.note IS NOT NULL AND event ->> 'reason' <> ''
          ORDER BY length(event ->> 'reason') DESC
        LOOP
          UPDATE day_plan_revision
          SET note = replace(note, told.kind || ': ' || told.name, told.kind || ': ' || told.id)
          WHERE plan_id = told.plan_id AND revision = told.revision;
        END LOOP;
      END $$`);
    await queryRunner.query(withoutNames('day_plan_revision'));
    await queryRunner.query(withoutNames('plan_offer'));
    await queryRunner.query(
      `CREATE INDEX call_in_check_named ON call_in_check USING gin (items jsonb_path_ops)`,
    );
  }

  /** The names that were taken out are with their drivers. */
  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX call_in_check_named`);
  }
}
