import type { FindingView } from '@tongyun/contracts';
import type { ShownFinding } from '../findings/finding-queries.service.js';

export const toFindingView = (shown: ShownFinding): FindingView => {
  const { finding, enterpriseName, isOverdue, steps, photos } = shown;
  const { lng, lat } = finding;
  return {
    id: finding.id,
    checkId: finding.checkId,
    plateNo: finding.plateNo,
    enterpriseId: finding.enterpriseId,
    enterpriseName,
    place: finding.place,
    position: lng === null || lat === null ? null : { lng, lat },
    agency: finding.agency,
    badgeNo: finding.badgeNo,
    raisedAt: finding.raisedAt.toISOString(),
    dueOn: finding.dueOn,
    isOverdue,
    state: finding.state,
    steps: steps.map(({ toState, text, dueOn, badgeNo, takenAt }) => ({
      toState,
      text,
      dueOn,
      badgeNo,
      takenAt: takenAt.toISOString(),
    })),
    photos: photos.map(({ id, fileKind, sizeBytes, sha256, addedAt }) => ({
      id,
      fileKind,
      sizeBytes,
      sha256,
      addedAt: addedAt.toISOString(),
    })),
  };
};
