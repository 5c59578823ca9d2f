import type { TerminalRegistrationView } from '@tongyun/contracts';
import type { AccessScope } from '@tongyun/kernel';
import type { TerminalRegistrationRow } from '../../data/terminals/terminal-registration.repository.js';
import { computeDayValidity, type WarnedDays } from '../../rules/day-validity.js';
import { dueReviewOf, registrationStepsOf } from '../../rules/registration.js';
import { shownHolder } from '../registration.view.js';

export const toTerminalRegistrationView = (
  scope: AccessScope,
  row: TerminalRegistrationRow,
  days: WarnedDays,
): TerminalRegistrationView => ({
  ...row,
  holderEnterpriseId: shownHolder(scope, row),
  steps: [...row.steps],
  dueStep: dueReviewOf(row),
  nextStates: registrationStepsOf(row, scope),
  papersValidity: computeDayValidity(row.papersEndOn, days),
  updatedAt: row.updatedAt.toISOString(),
});
