import type { CandidateView } from '@tongyun/contracts';

/**
 * Whether someone with these roles may assign a refused candidate by stating a reason: every
 * reason that forbids must be one that one of the roles may override.
 */
export function mayOverride(
  { mayAssign, reasons }: Pick<CandidateView, 'mayAssign' | 'reasons'>,
  roles: readonly string[],
): boolean {
  if (mayAssign) return false;
  const against = reasons.filter(({ effect }) => effect !== 'notice');
  return (
    against.length > 0 &&
    against.every(({ overridableBy }) => overridableBy.some((role) => roles.includes(role)))
  );
}
