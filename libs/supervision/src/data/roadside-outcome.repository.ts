import type { ListRoadsideOutcomesQuery } from '@tongyun/contracts';
import type { AccessScope } from '@tongyun/kernel';
import type { CursorKey } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DriverDisclosureEntity } from './driver-disclosure.entity.js';
import { RoadsideOutcomeEntity } from './roadside-outcome.entity.js';

/** What came of questions, and whose name was shown; nothing here changes or removes a row. */
@Injectable()
export class RoadsideOutcomeRepository {
  /** Newest first, after the cursor; an enterprise sees those of the vehicles it owned or answered for. */
  list(
    manager: EntityManager,
    { enterpriseIds, district }: AccessScope,
    { outcome, limit }: ListRoadsideOutcomesQuery,
    after: CursorKey | null,
  ): Promise<RoadsideOutcomeEntity[]> {
    const rows = manager.createQueryBuilder(RoadsideOutcomeEntity, 'outcome').where('true');
    if (enterpriseIds !== 'all') {
      rows.andWhere(
        `(outcome.owner_enterprise_id = ANY(:enterpriseIds)
           OR outcome.enterprise_id = ANY(:enterpriseIds))`,
        { enterpriseIds },
      );
    }
    if (district !== null) {
      rows.andWhere(
        `EXISTS (SELECT 1 FROM enterprise e
           WHERE e.id IN (outcome.owner_enterprise_id, outcome.enterprise_id)
             AND e.district = :district)`,
        { district },
      );
    }
    if (outcome !== undefined) rows.andWhere('outcome.outcome = :outcome', { outcome });
    if (after) rows.andWhere('(outcome.decidedAt, outcome.id) < (:key::timestamptz, :id)', after);
    return rows
      .orderBy({ 'outcome.decidedAt': 'DESC', 'outcome.id': 'DESC' })
      .limit(limit + 1)
      .getMany();
  }

  async insert(tx: EntityManager, row: RoadsideOutcomeEntity): Promise<void> {
    await tx.insert(RoadsideOutcomeEntity, row);
  }

  async insertDisclosure(tx: EntityManager, row: DriverDisclosureEntity): Promise<void> {
    await tx.insert(DriverDisclosureEntity, row);
  }
}
