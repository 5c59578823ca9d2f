import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Decisions and looks at others that were only added to by habit until now. */
const ONLY_ADDED = [
  'vehicle_transfer_step',
  'registration_document',
  'roadside_outcome',
  'driver_disclosure',
];

/** The database refuses to rewrite them, as it does for everything that the chain of the record holds. */
export class SealTransfersAndOutcomes1797500000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of ONLY_ADDED) {
      await queryRunner.query(
        `CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON ${table}
         FOR EACH ROW EXECUTE FUNCTION refuse_rewriting()`,
      );
      await queryRunner.query(
        `CREATE TRIGGER never_emptied BEFORE TRUNCATE ON ${table}
         FOR EACH STATEMENT EXECUTE FUNCTION refuse_unlinking()`,
      );
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ONLY_ADDED) {
      await queryRunner.query(`DROP TRIGGER never_emptied ON ${table}`);
      await queryRunner.query(`DROP TRIGGER only_added ON ${table}`);
    }
  }
}
