import type { RegistrationState } from '@tongyun/contracts';

/** What may be decided next. Who may take which step is the server's to judge. */
const NEXT: Readonly<Record<RegistrationState, readonly RegistrationState[]>> = {
  draft: ['submitted', 'cancelled'],
  submitted: ['district_reviewed', 'sent_back', 'cancelled'],
  district_reviewed: ['registered', 'sent_back', 'cancelled'],
  registered: ['suspended', 'cancelled'],
  sent_back: ['submitted', 'cancelled'],
  suspended: ['registered', 'cancelled'],
  cancelled: ['submitted'],
};

export const findRegistrationSteps = (state: RegistrationState): readonly RegistrationState[] =>
  NEXT[state];
