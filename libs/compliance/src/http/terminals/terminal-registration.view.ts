import type { TerminalRegistrationView } from '@tongyun/contracts';
import type { AccessScope } from '@tongyun/kernel';
import type { TerminalRegistrationRow } from '../../data/terminals/terminal-registration.repository.js';
import { computeDayValidity, type WarnedDays } from '../../rules/day-validity.js';
import { dueReviewOf, registrationStepsOf } from '../../rules/registration.js';

export const toTerminalRegistrationView = (
  scope: AccessScope,
  row: TerminalRegistrationRow,
  days: WarnedDays,
): TerminalRegistrationView => ({
  ...row,
  steps: [...row.steps],
  dueStep: dueReviewOf(row),
  nextStates: registrationStepsOf(row, scope),
  papersValidity: computeDayValidity(row.papersEndOn, days),
  updatedAt: row.updatedAt.toISOString(),
});
