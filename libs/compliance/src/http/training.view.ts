import type { DayValidity, DriverTrainingView, TrainingView } from '@tongyun/contracts';
import { type AccessScope, maskName } from '@tongyun/kernel';
import type { KeptResult } from '../data/training-result.repository.js';
import type { DriverTraining } from '../training-queries.service.js';
import { readsTrainedNames } from '../training-readers.js';

type Validities = (result: KeptResult) => DayValidity | null;

export const toTrainingView = (result: KeptResult, validityOf: Validities): TrainingView => ({
  id: result.id,
  driverId: result.driverId,
  kind: result.kind,
  score: result.score,
  hasPassed: result.hasPassed,
  passedOn: result.passedOn,
  expiresOn: result.expiresOn,
  validity: validityOf(result),
  certificateNo: result.certificateNo,
  withdrawal: result.withdrawal && {
    reason: result.withdrawal.reason,
    decidedBy: result.withdrawal.decidedBy,
    decidedByRoles: result.withdrawal.decidedByRoles,
    decidedAt: result.withdrawal.decidedAt.toISOString(),
  },
});

export const toDriverTrainingView = (
  { driver, skill, safety, mayWork }: DriverTraining,
  validityOf: Validities,
  scope: AccessScope,
): DriverTrainingView => ({
  driverId: driver.id,
  driverName: readsTrainedNames(scope) ? driver.name : maskName(driver.name),
  enterpriseId: driver.enterpriseId,
  skill: skill && toTrainingView(skill, validityOf),
  safety: safety && toTrainingView(safety, validityOf),
  leftOn: driver.leftOn,
  mayWork: mayWork && driver.leftOn === null,
});
