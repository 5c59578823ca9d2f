import type { AccessScope } from '@tongyun/kernel';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/**
 * Keeps what belongs to no enterprise of its district out of a bureau's sight.
 *
 * @param owner property that holds the enterprise's id, with its alias, or an expression for it
 */
export function inDistrict<Row extends ObjectLiteral>(
  rows: SelectQueryBuilder<Row>,
  owner: string,
  { district }: AccessScope,
): SelectQueryBuilder<Row> {
  if (district === null) return rows;
  return rows.andWhere(
    `EXISTS (SELECT 1 FROM enterprise home WHERE home.id = ${owner} AND home.district = :district)`,
    { district },
  );
}
