import type { MigrationInterface, QueryRunner } from 'typeorm';
import { replaceInFunction } from '../replace-in-function.js';

const FOUND = `f.raised_at BETWEEN asked.violations_since`;
const FOUND_AND_NOT_WITHDRAWN = `f.state <> 'withdrawn' AND ${FOUND}`;

/** A finding that was raised in error is no violation to the next officer. */
export class LeaveOutWithdrawnFindings1799781000000 implements MigrationInterface {
  up(queryRunner: QueryRunner): Promise<void> {
    return replaceInFunction(queryRunner, 'roadside_dossiers', [[FOUND, FOUND_AND_NOT_WITHDRAWN]]);
  }

  down(queryRunner: QueryRunner): Promise<void> {
    return replaceInFunction(queryRunner, 'roadside_dossiers', [[FOUND_AND_NOT_WITHDRAWN, FOUND]]);
  }
}
