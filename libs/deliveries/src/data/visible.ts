import type { AccessScope, EnterpriseId } from '@tongyun/kernel';

/** Parameter of `SEEN`: the enterprises whose rows may be seen; null: every one's. */
export const enterprisesOf = ({ enterpriseIds }: AccessScope): readonly EnterpriseId[] | null =>
  enterpriseIds === 'all' ? null : enterpriseIds;

/** SQL that keeps a row of `column` out of sight of other enterprises; `$n` is `enterprisesOf`. */
export const seenBy = (column: string, n: number): string =>
  `($${n}::uuid[] IS NULL OR ${column} = ANY($${n}::uuid[]))`;

/** The same for a query builder with a parameter named `seen`. */
export const seenByBuilder = (column: string): string =>
  `(:seen::uuid[] IS NULL OR ${column} = ANY(:seen::uuid[]))`;
