import type { MigrationInterface, QueryRunner } from 'typeorm';
import { replaceInFunction } from '../replace-in-function.js';

const OWNER = `FROM enterprise e WHERE e.id = v.owner_enterprise_id),`;
const OWNER_OR_USER = `${OWNER}
        'user', (
          SELECT json_build_object('name', e.name, 'credit_grade', e.credit_grade)
          FROM use_agreement u JOIN enterprise e ON e.id = u.enterprise_id
          WHERE v.owner_enterprise_id IS NULL AND u.vehicle_id = v.id AND u.kind <> 'own'
            AND u.valid_from <= asked.at
            AND coalesce(least(u.valid_to, u.ended_at) > asked.at, true)
          ORDER BY u.valid_from LIMIT 1),`;

/** An officer reads which enterprise uses a haulage firm's vehicle, for it answers for the vehicle. */
export class NameUsersAtTheRoadside1799650000200 implements MigrationInterface {
  up(queryRunner: QueryRunner): Promise<void> {
    return replaceInFunction(queryRunner, 'roadside_dossiers', [[OWNER, OWNER_OR_USER]]);
  }

  down(queryRunner: QueryRunner): Promise<void> {
    return replaceInFunction(queryRunner, 'roadside_dossiers', [[OWNER_OR_USER, OWNER]]);
  }
}
