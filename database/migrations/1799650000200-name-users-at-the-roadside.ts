import type { MigrationInterface, QueryRunner } from 'typeorm';

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
    return this.tellAtTheRoadside(queryRunner, OWNER, OWNER_OR_USER);
  }

  down(queryRunner: QueryRunner): Promise<void> {
    return this.tellAtTheRoadside(queryRunner, OWNER_OR_USER, OWNER);
  }

  /** The roadside's function stays as it is but for these words of it. */
  private async tellAtTheRoadside(
    queryRunner: QueryRunner,
    was: string,
    is: string,
  ): Promise<void> {
    const [{ definition }]: [{ definition: string }] = await queryRunner.query(
      `SELECT pg_get_functiondef('roadside_dossiers'::regproc) AS definition`,
    );
    await queryRunner.query(definition.replace(was, () => is));
  }
}
