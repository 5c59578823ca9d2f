import type { DecisionView, RegistrationView } from '@tongyun/contracts';
import { type AccessScope, type EnterpriseId, maySeeEnterprise } from '@tongyun/kernel';
import type { DecisionRow } from '../data/compliance-decision.repository.js';
import type { RegistrationRow } from '../data/registration.repository.js';
import { computeDayValidity, type WarnedDays } from '../rules/day-validity.js';
import { dueReviewOf, mayBeCorrected, registrationStepsOf } from '../rules/registration.js';

/** An enterprise that is to use a haulage firm's vehicle later is not told who uses it now. */
export const shownHolder = (
  scope: AccessScope,
  { holderEnterpriseId }: Pick<RegistrationRow, 'holderEnterpriseId'>,
): EnterpriseId | null => (maySeeEnterprise(scope, holderEnterpriseId) ? holderEnterpriseId : null);

export const toRegistrationView = (
  scope: AccessScope,
  row: RegistrationRow,
  days: WarnedDays,
): RegistrationView => ({
  ...row,
  holderEnterpriseId: shownHolder(scope, row),
  steps: [...row.steps],
  dueStep: dueReviewOf(row),
  nextStates: registrationStepsOf(row, scope),
  isCorrectable: mayBeCorrected(row.state) && maySeeEnterprise(scope, row.holderEnterpriseId),
  papersValidity: computeDayValidity(row.papersEndOn, days),
  updatedAt: row.updatedAt.toISOString(),
});

export const toDecisionView = (decision: DecisionRow): DecisionView => ({
  fromState: decision.fromState,
  toState: decision.toState,
  reason: decision.reason,
  decidedBy: decision.decidedBy,
  decidedByRoles: decision.decidedByRoles,
  decidedAt: decision.decidedAt.toISOString(),
});
