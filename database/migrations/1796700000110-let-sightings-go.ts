import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Sightings have ids of their reporters' making, which say nothing of time: they may go by when they
 * were received, below the instant that a removal's id stands for.
 */
export class LetSightingsGo1796700000110 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION refuse_rewriting_sightings() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' AND EXISTS (
          SELECT 1 FROM audit_removal r
          WHERE r.source = 'sighting' AND OLD.received_at < to_timestamp(
            ('x' || lpad(left(replace(r.before_id::text, '-', ''), 12), 16, '0'))::bit(64)::bigint
            / 1000.0)) THEN
          RETURN OLD;
        END IF;
        RAISE EXCEPTION 'rows of sighting are only added'
          USING ERRCODE = 'integrity_constraint_violation';
      END $$`);
    await queryRunner.query(`DROP TRIGGER only_added ON sighting`);
    await queryRunner.query(
      `CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON sighting
       FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_sightings()`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TRIGGER only_added ON sighting`);
    await queryRunner.query(
      `CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON sighting
       FOR EACH ROW EXECUTE FUNCTION refuse_rewriting()`,
    );
    await queryRunner.query(`DROP FUNCTION refuse_rewriting_sightings`);
  }
}
