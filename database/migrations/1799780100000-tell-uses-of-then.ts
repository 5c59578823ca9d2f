import type { MigrationInterface, QueryRunner } from 'typeorm';
import { replaceInFunction } from '../replace-in-function.js';

const USES = `FROM use_agreement u WHERE u.vehicle_id = v.id),`;
const USES_OF_THEN = `FROM use_agreement u WHERE u.vehicle_id = v.id AND u.decided_at <= asked.at),`;

/** What a vehicle was driven for without an agreement stays so, whatever is agreed afterwards. */
export class TellUsesOfThen1799780100000 implements MigrationInterface {
  up(queryRunner: QueryRunner): Promise<void> {
    return replaceInFunction(queryRunner, 'roadside_dossiers', [[USES, USES_OF_THEN]]);
  }

  down(queryRunner: QueryRunner): Promise<void> {
    return replaceInFunction(queryRunner, 'roadside_dossiers', [[USES_OF_THEN, USES]]);
  }
}
