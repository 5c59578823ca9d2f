import type { MigrationInterface, QueryRunner } from 'typeorm';
import { replaceInFunction } from '../replace-in-function.js';

const UNLESS_FALSE = `a.level <> 'notice' AND a.state <> 'false_alarm'`;
const UNLESS_FALSE_OR_MUTED = `${UNLESS_FALSE} AND a.mute_id IS NULL`;

/** What an authorised diversion or an emergency muted is no violation to an officer. */
export class LeaveOutMutedViolations1799750000000 implements MigrationInterface {
  up(queryRunner: QueryRunner): Promise<void> {
    return replaceInFunction(queryRunner, 'roadside_dossiers', [
      [UNLESS_FALSE, UNLESS_FALSE_OR_MUTED],
    ]);
  }

  down(queryRunner: QueryRunner): Promise<void> {
    return replaceInFunction(queryRunner, 'roadside_dossiers', [
      [UNLESS_FALSE_OR_MUTED, UNLESS_FALSE],
    ]);
  }
}
