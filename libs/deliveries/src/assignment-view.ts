import type { AssignmentView } from '@tongyun/contracts';
import type { AssignmentDetails } from './data/assignment-details.repository.js';

/** An assignment as every screen sees it; `dispatch` answers with it too. */
export const toAssignmentView = ({
  startsAt,
  endsAt,
  ...assignment
}: AssignmentDetails): AssignmentView => ({
  ...assignment,
  warnings: [...assignment.warnings],
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
});
