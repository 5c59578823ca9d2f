import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * As `normaliseEquipmentNo` writes them from now on. Where two pumps differ in that alone, people have
 * to say which is which: those stay as they are.
 */
export class WriteEquipmentNumbersOneWay1799779000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      UPDATE vehicle SET equipment_no = written.equipment_no, version = version + 1
      FROM (
        SELECT id, equipment_no, count(*) OVER (PARTITION BY equipment_no) AS bearers
        FROM (SELECT id, regexp_replace(btrim(upper(normalize(equipment_no, NFKC)), E' \\t'), '\\s+', ' ', 'g')
                AS equipment_no
              FROM vehicle WHERE equipment_no IS NOT NULL) each
      ) written
      WHERE written.id = vehicle.id AND written.bearers = 1
        AND written.equipment_no <> vehicle.equipment_no`);
  }

  async down(): Promise<void> {
    // How they were typed is not known any more.
  }
}
