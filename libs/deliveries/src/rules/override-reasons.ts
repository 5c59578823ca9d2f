/** The fields of a permission reason that this rule reads. */
export interface OverridableReason {
  readonly effect: 'forbids_road' | 'forbids_work' | 'notice';
  readonly overridableBy: readonly string[];
}

export type OverrideVerdict<Reason> =
  | { readonly ok: true; readonly overridden: readonly Reason[] }
  | { readonly ok: false; readonly standing: readonly Reason[] };

/**
 * Judges whether an assignment may be made against the reasons found.
 *
 * What forbids the road always stands. What forbids the work stands unless the asker has a role
 * that may override it and says why; where the city's policy only warns, it never stands.
 *
 * @param isHard policy `assignment.hard_permission`: whether work reasons refuse at all
 */
export function judgeOverride<Reason extends OverridableReason>(
  reasons: readonly Reason[],
  asker: { readonly roles: readonly string[]; readonly overrideReason: string | null },
  isHard: boolean,
): OverrideVerdict<Reason> {
  const forbidding = reasons.filter(({ effect }) => effect !== 'notice');
  const isOverridden = ({ effect, overridableBy }: Reason) => {
    if (effect === 'forbids_road') return false;
    if (!isHard) return true;
    return (
      asker.overrideReason !== null && overridableBy.some((role) => asker.roles.includes(role))
    );
  };
  const standing = forbidding.filter((reason) => !isOverridden(reason));
  return standing.length > 0 ? { ok: false, standing } : { ok: true, overridden: forbidding };
}
