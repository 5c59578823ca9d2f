import type { OperatorPumpJobView, PumpJobView } from '@tongyun/contracts';
import { toAssignmentView } from '../../assignment-view.js';
import type { AssignmentDetails } from '../../data/assignment-details.repository.js';
import type { PumpJobDetails } from '../../data/pumping/pump-job-details.repository.js';
import type { PumpJobEntity } from '../../data/pumping/pump-job.entity.js';
import { findNextPumpStage, PUMP_RUN } from '../../rules/pumping/pump-stages.js';

/** In the order of the run. */
const toStages = ({ stageEvidence }: Pick<PumpJobEntity, 'stageEvidence'>): PumpJobView['stages'] =>
  PUMP_RUN.flatMap((stage) => {
    const known = stageEvidence[stage];
    return known ? [{ stage, ...known }] : [];
  });

export const toPumpJobView = (
  job: PumpJobEntity,
  assignment: AssignmentDetails | undefined,
): PumpJobView => ({
  id: job.id,
  orderId: job.orderId,
  state: job.state,
  readyByAt: job.readyByAt.toISOString(),
  untilAt: job.untilAt.toISOString(),
  nextStage: findNextPumpStage(job.state),
  stages: toStages(job),
  assignment: assignment ? toAssignmentView(assignment) : null,
});

export const toOperatorPumpJobView = (job: PumpJobDetails): OperatorPumpJobView => ({
  id: job.id,
  orderNo: job.orderNo,
  pourLocation: job.pourLocation,
  plannedM3: job.plannedM3,
  pumpReachM: job.pumpReachM,
  state: job.state,
  nextStage: findNextPumpStage(job.state),
  stages: toStages(job),
  plantName: job.plantName,
  siteName: job.siteName,
  contactName: job.contactName,
  contactPhone: job.contactPhone,
  departAt: job.departAt.toISOString(),
  readyByAt: job.readyByAt.toISOString(),
  untilAt: job.untilAt.toISOString(),
});
