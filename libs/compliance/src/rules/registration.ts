import { type AccessScope, type Role, SYSTEM_SCOPE } from '@tongyun/kernel';

export type RegistrationStep =
  | 'draft'
  | 'submitted'
  | 'district_reviewed'
  | 'registered'
  | 'sent_back'
  | 'suspended'
  | 'cancelled';

export type StepVerdict =
  { readonly ok: true } | { readonly ok: false; readonly cause: 'no_such_step' | 'not_yours' };

type Takers = readonly Role[];

const OWNER: Takers = ['enterprise_manager', 'concrete_admin'];
const DISTRICT: Takers = ['district_bureau', 'concrete_admin'];
const CITY: Takers = ['concrete_admin'];

/** Who may take a registration from one state to another: district first, then the city. */
const STEPS: Readonly<Record<RegistrationStep, Partial<Record<RegistrationStep, Takers>>>> = {
  draft: { submitted: OWNER, cancelled: CITY },
  submitted: { district_reviewed: DISTRICT, sent_back: DISTRICT, cancelled: CITY },
  district_reviewed: { registered: CITY, sent_back: CITY, cancelled: CITY },
  registered: { suspended: DISTRICT, cancelled: CITY },
  sent_back: { submitted: OWNER, cancelled: CITY },
  suspended: { registered: CITY, cancelled: CITY },
  cancelled: { submitted: OWNER },
};

/**
 * Judges whether somebody may take a registration from `from` to `to`.
 *
 * The administration may also stand in for the enterprise and the district, in the same steps: a
 * paper form is entered by hand, and none of the steps is left out of the record.
 */
export function judgeRegistrationStep(
  from: RegistrationStep,
  to: RegistrationStep,
  scope: Pick<AccessScope, 'userId' | 'roles'>,
): StepVerdict {
  const takers = STEPS[from][to];
  if (!takers) return { ok: false, cause: 'no_such_step' };
  const isSystem = scope.userId === SYSTEM_SCOPE.userId;
  if (isSystem || scope.roles.some((role) => takers.includes(role))) return { ok: true };
  return { ok: false, cause: 'not_yours' };
}

/** The states that may follow, whoever takes the step. */
export const stepsFrom = (from: RegistrationStep): RegistrationStep[] =>
  Object.keys(STEPS[from]) as RegistrationStep[];

/** The states to which this somebody may take a registration now. */
export const registrationStepsOf = (
  from: RegistrationStep,
  scope: Pick<AccessScope, 'userId' | 'roles'>,
): RegistrationStep[] => stepsFrom(from).filter((to) => judgeRegistrationStep(from, to, scope).ok);
