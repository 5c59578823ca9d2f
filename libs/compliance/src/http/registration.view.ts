import type { DecisionView, RegistrationView } from '@tongyun/contracts';
import { type AccessScope, maySeeEnterprise } from '@tongyun/kernel';
import type { DecisionRow } from '../data/compliance-decision.repository.js';
import type { RegistrationRow } from '../data/registration.repository.js';
import { computeDayValidity, type WarnedDays } from '../rules/day-validity.js';
import { dueReviewOf, mayBeCorrected, registrationStepsOf } from '../rules/registration.js';

export const toRegistrationView = (
  scope: AccessScope,
  row: RegistrationRow,
  days: WarnedDays,
): RegistrationView => ({
  ...row,
  steps: [...row.steps],
  dueStep: dueReviewOf(row),
  nextStates: registrationStepsOf(row, scope),
  isCorrectable: mayBeCorrected(row.state) && maySeeEnterprise(scope, row.ownerEnterpriseId),
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
