import { DomainError } from '@tongyun/kernel';
import type { EntityManager, EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';

interface Versioned extends ObjectLiteral {
  readonly id: string;
  readonly version: number;
}

/** Writes a row only if it is still the one that was read; the loser is told. */
export async function changeVersioned<Row extends Versioned>(
  manager: EntityManager,
  entity: EntityTarget<Row>,
  row: Row,
  change: Partial<Row>,
): Promise<Row> {
  const changed = { ...change, version: row.version + 1 };
  const seen = { id: row.id, version: row.version } as FindOptionsWhere<Row>;
  const { affected } = await manager.update(entity, seen, changed);
  if (affected !== 1) {
    throw new DomainError('VERSION_CONFLICT', 'Somebody else has changed it meanwhile', {
      id: row.id,
      version: row.version,
    });
  }
  return { ...row, ...changed };
}
