import type { InspectionTaskView } from '@tongyun/contracts';
import type { ShownInspection } from '../../inspections/inspection-queries.service.js';

export const toInspectionTaskView = ({
  task,
  dueValidity,
  steps,
}: ShownInspection): InspectionTaskView => ({
  id: task.id,
  enterpriseId: task.enterpriseId,
  kind: task.kind,
  title: task.title,
  offices: task.offices,
  inspectorName: task.inspectorName,
  dueOn: task.dueOn,
  dueValidity,
  state: task.state,
  steps: steps.map((step) => ({
    toState: step.toState,
    text: step.text,
    ledgerEntryId: step.ledgerEntryId,
    takenBy: step.takenBy,
    takenAt: step.takenAt.toISOString(),
  })),
});
