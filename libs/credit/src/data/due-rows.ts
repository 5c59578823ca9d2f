import type { WarnedDays } from '@tongyun/compliance';
import type { DayValidity } from '@tongyun/contracts';
import type { EnterpriseId } from '@tongyun/kernel';
import type { CursorKey } from '@tongyun/platform';
import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';

/** What an enterprise, or whoever inspects it, has to do by a day. */
interface DueRow extends ObjectLiteral {
  readonly id: string;
  readonly enterpriseId: EnterpriseId;
  readonly state: string;
  readonly dueOn: string;
  readonly orderedAt: Date;
}

/** Which of them are asked for. */
export interface DueRowsQuery {
  readonly state?: string | undefined;
  /** Those not settled whose day comes soon, or is past. */
  readonly due?: Exclude<DayValidity, 'valid'> | undefined;
  readonly limit: number;
}

/** Whose day counts, and from when it is warned of. */
export interface DueDays extends WarnedDays {
  readonly unsettled: readonly string[];
}

/** Newest first, after the cursor; one row more than the page holds. */
export function listDueRows<Row extends DueRow>(
  manager: EntityManager,
  entity: EntityTarget<Row>,
  enterpriseIds: readonly EnterpriseId[],
  { state, due, limit }: DueRowsQuery,
  days: DueDays,
  after: CursorKey | null,
): Promise<Row[]> {
  const rows = manager
    .createQueryBuilder(entity, 'row')
    .where('row.enterpriseId = ANY(:enterpriseIds)', { enterpriseIds });
  if (state !== undefined) rows.andWhere('row.state = :state', { state });
  if (due !== undefined) rows.andWhere('row.state = ANY(:unsettled)', days);
  if (due === 'expired') rows.andWhere('row.dueOn < :today', days);
  if (due === 'expiring') rows.andWhere('row.dueOn BETWEEN :today AND :untilOn', days);
  if (after) rows.andWhere('(row.orderedAt, row.id) < (:key, :id)', after);
  return rows
    .orderBy({ 'row.orderedAt': 'DESC', 'row.id': 'DESC' })
    .limit(limit + 1)
    .getMany();
}

/** Held until the transaction ends, so that two cannot take a step at once. */
export const lockDueRow = <Row extends DueRow>(
  tx: EntityManager,
  entity: EntityTarget<Row>,
  id: string,
  enterpriseIds: readonly EnterpriseId[],
): Promise<Row | null> =>
  tx
    .createQueryBuilder(entity, 'row')
    .setLock('pessimistic_write')
    .where('row.id = :id AND row.enterpriseId = ANY(:enterpriseIds)', { id, enterpriseIds })
    .getOne();
