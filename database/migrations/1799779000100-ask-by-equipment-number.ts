import type { MigrationInterface, QueryRunner } from 'typeorm';
import { replaceInFunction } from '../replace-in-function.js';

const CHANGES = [
  ['plate text, color text', 'plate text, equipment text, color text'],
  [
    'WHERE v.plate_no = asked.plate',
    'WHERE (v.plate_no = asked.plate OR v.equipment_no = asked.equipment)',
  ],
] as const;

/** A trailer pump carries no plate: at the roadside it is asked about by the number that is painted on it. */
export class AskByEquipmentNumber1799779000100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await replaceInFunction(queryRunner, 'roadside_dossiers', CHANGES);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await replaceInFunction(
      queryRunner,
      'roadside_dossiers',
      CHANGES.map(([was, is]) => [is, was] as const),
    );
  }
}
