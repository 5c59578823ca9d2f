import type { DriverTrainingView, TrainingView } from '@tongyun/contracts';
import type { TrainingResultEntity } from '../data/training-result.entity.js';
import type { DriverTraining } from '../training-queries.service.js';

export const toTrainingView = (result: TrainingResultEntity): TrainingView => ({
  id: result.id,
  driverId: result.driverId,
  kind: result.kind,
  score: result.score,
  hasPassed: result.hasPassed,
  passedOn: result.passedOn,
  expiresOn: result.expiresOn,
  certificateNo: result.certificateNo,
});

export const toDriverTrainingView = ({
  driver,
  skill,
  safety,
  mayWork,
}: DriverTraining): DriverTrainingView => ({
  driverId: driver.id,
  driverName: driver.name,
  enterpriseId: driver.enterpriseId,
  skill: skill && toTrainingView(skill),
  safety: safety && toTrainingView(safety),
  mayWork,
});
