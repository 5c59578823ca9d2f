import {
  type AccessScope,
  type EnterpriseId,
  maySeeEnterprise,
  type Role,
  SYSTEM_SCOPE,
} from '@tongyun/kernel';

export type RegistrationStep =
  | 'draft'
  | 'submitted'
  | 'district_reviewed'
  | 'city_reviewed'
  | 'registered'
  | 'sent_back'
  | 'suspended'
  | 'cancelled';

export type ReviewingBody = Extract<Role, 'concrete_admin' | 'district_bureau'>;

/** The fields of a registration that its next steps are read from. */
export interface SteppedRegistration {
  readonly state: RegistrationStep;
  /** Whose reviews it needs, in order, as the policy had them when it was submitted. */
  readonly steps: readonly ReviewingBody[];
}

/** Who holds it takes the steps that are the owner's. */
export interface HeldRegistration extends SteppedRegistration {
  /**
   * Who owns the vehicle, or the one that a terminal is on; of a haulage or pump firm's, who uses it by
   * an agreement in force; null: nobody does.
   */
  readonly holderEnterpriseId: EnterpriseId | null;
  /** Of that enterprise; null: nobody holds it. */
  readonly holderDistrict: string | null;
}

type Taker = Pick<AccessScope, 'userId' | 'roles' | 'enterpriseIds' | 'district'>;

export type StepVerdict =
  { readonly ok: true } | { readonly ok: false; readonly cause: 'no_such_step' | 'not_yours' };

type Takers = readonly Role[];
type NextSteps = Partial<Record<RegistrationStep, Takers>>;

const HOLDER: Takers = ['enterprise_manager', 'concrete_admin'];
const DISTRICT: Takers = ['district_bureau', 'concrete_admin'];
const CITY: Takers = ['concrete_admin'];

const TAKERS: Readonly<Record<ReviewingBody, Takers>> = {
  district_bureau: DISTRICT,
  concrete_admin: CITY,
};

/** Where a registration stands when this body has reviewed it, and another has yet to. */
const REVIEWED: Readonly<Record<ReviewingBody, RegistrationStep>> = {
  district_bureau: 'district_reviewed',
  concrete_admin: 'city_reviewed',
};

/** How many of the steps have been reviewed; null: it is not under review. */
function reviewsDone({ state, steps }: SteppedRegistration): number | null {
  if (state === 'submitted') return 0;
  const nth = steps.findIndex((body) => REVIEWED[body] === state);
  return nth === -1 ? null : nth + 1;
}

/** Whose review is due; null while the registration is not under review. */
export function dueReviewOf(registration: SteppedRegistration): ReviewingBody | null {
  const done = reviewsDone(registration);
  return done === null ? null : (registration.steps[done] ?? null);
}

/** Who may take a registration to which states from where it is. */
function nextStepsOf(registration: SteppedRegistration): NextSteps {
  const { state, steps } = registration;
  const due = dueReviewOf(registration);
  if (due !== null) {
    const reviewed = due === steps.at(-1) ? 'registered' : REVIEWED[due];
    return { [reviewed]: TAKERS[due], sent_back: TAKERS[due], cancelled: CITY };
  }
  if (state === 'registered') return { suspended: DISTRICT, cancelled: CITY };
  if (state === 'suspended') {
    return { registered: TAKERS[steps.at(-1) ?? 'concrete_admin'], cancelled: CITY };
  }
  if (state === 'cancelled') return { submitted: HOLDER };
  return { submitted: HOLDER, cancelled: CITY };
}

/**
 * Judges whether somebody may take a registration to the state `to`.
 *
 * The bodies of its steps review it one after the other, the last one registers it, and restores it
 * after a suspension. Who hires a vehicle from another enterprise does not act for it; who uses one of
 * a haulage firm does, as nobody else could, and where that use ends halfway the review goes on with
 * whom it is held by then. A bureau acts in its own district: of a vehicle that is hired from another it
 * reads the papers. The administration may also stand in for the enterprise and the district, in
 * the same steps: a paper form is entered by hand, none of the steps is left out of the record, and
 * what nobody holds waits for nobody.
 */
export function judgeRegistrationStep(
  registration: HeldRegistration,
  to: RegistrationStep,
  scope: Taker,
): StepVerdict {
  const takers = nextStepsOf(registration)[to];
  if (!takers) return { ok: false, cause: 'no_such_step' };
  if (scope.userId === SYSTEM_SCOPE.userId) return { ok: true };
  const isTaker = scope.roles.some((role) => takers.includes(role));
  const { holderEnterpriseId, holderDistrict } = registration;
  const isOfDistrict = scope.district === null || scope.district === holderDistrict;
  if (isTaker && isOfDistrict && maySeeEnterprise(scope, holderEnterpriseId)) return { ok: true };
  return { ok: false, cause: 'not_yours' };
}

/**
 * Whether what was entered of a vehicle may still be put right: before it is handed in, and while it
 * is sent back. What is under review, or was decided on, stays as it was read.
 */
export const mayBeCorrected = (state: RegistrationStep): boolean =>
  state === 'draft' || state === 'sent_back';

/** The states that may follow, whoever takes the step. */
export const stepsFrom = (registration: SteppedRegistration): RegistrationStep[] =>
  Object.keys(nextStepsOf(registration)) as RegistrationStep[];

/** The states to which this somebody may take a registration now. */
export const registrationStepsOf = (
  registration: HeldRegistration,
  scope: Taker,
): RegistrationStep[] =>
  stepsFrom(registration).filter((to) => judgeRegistrationStep(registration, to, scope).ok);
