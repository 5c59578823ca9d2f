import type { MigrationInterface, QueryRunner } from 'typeorm';
import { replaceInFunction } from '../replace-in-function.js';

const GRADE = `'credit_grade', e.credit_grade)`;
const GRADE_AND_BAR = `'credit_grade', e.credit_grade, 'is_barred', e.is_barred)`;
/** Of whoever owns the vehicle, and of whoever uses it. */
const TWICE = [1, 2];

/** An officer reads that the enterprise of a vehicle is barred from business (R31). */
export class TellTheRoadsideWhoIsBarred1799781000100 implements MigrationInterface {
  up(queryRunner: QueryRunner): Promise<void> {
    const changes = TWICE.map(() => [GRADE, GRADE_AND_BAR] as const);
    return replaceInFunction(queryRunner, 'roadside_dossiers', changes);
  }

  down(queryRunner: QueryRunner): Promise<void> {
    const changes = TWICE.map(() => [GRADE_AND_BAR, GRADE] as const);
    return replaceInFunction(queryRunner, 'roadside_dossiers', changes);
  }
}
