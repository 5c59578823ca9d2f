import type { EnterpriseId } from '@tongyun/kernel';

/** Whose policy holds: an enterprise’s own, then its district’s; the city’s is asked last. */
export const policyScopesOf = ({
  enterpriseId,
  district,
}: {
  readonly enterpriseId: EnterpriseId | null;
  readonly district: string | null;
}): string[] => [
  ...(enterpriseId === null ? [] : [`enterprise:${enterpriseId}`]),
  ...(district === null ? [] : [`district:${district}`]),
];
