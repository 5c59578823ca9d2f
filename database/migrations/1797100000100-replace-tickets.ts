import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A ticket of a diverted load names the one it stands for; a trip's ticketed volume is what it carries. */
export class ReplaceTickets1797100000100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE ticket ADD COLUMN replaces_ticket_id uuid`);
    await queryRunner.query(`
      CREATE UNIQUE INDEX ticket_replaces_once ON ticket (replaces_ticket_id)
        WHERE replaces_ticket_id IS NOT NULL`);
    await queryRunner.query(`
      UPDATE trip SET ticketed_m3 = ticketed_m3 - taken_elsewhere_m3
      WHERE ticketed_m3 IS NOT NULL AND taken_elsewhere_m3 > 0`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      UPDATE trip SET ticketed_m3 = ticketed_m3 + taken_elsewhere_m3
      WHERE ticketed_m3 IS NOT NULL AND taken_elsewhere_m3 > 0`);
    await queryRunner.query(`DROP INDEX ticket_replaces_once`);
    await queryRunner.query(`ALTER TABLE ticket DROP COLUMN replaces_ticket_id`);
  }
}
