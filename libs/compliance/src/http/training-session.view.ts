import type { TrainingSessionDetailView, TrainingSessionView } from '@tongyun/contracts';
import { type AccessScope, maskName } from '@tongyun/kernel';
import { readsTrainedNames } from '../training-readers.js';
import type {
  SessionWithEnrolments,
  SessionWithPlaces,
} from '../training-session-queries.service.js';

export const toTrainingSessionView = ({
  session,
  enrolled,
}: SessionWithPlaces): TrainingSessionView => ({
  id: session.id,
  title: session.title,
  place: session.place,
  partnerAgency: session.partnerAgency,
  startsAt: session.startsAt.toISOString(),
  endsAt: session.endsAt.toISOString(),
  capacity: session.capacity,
  enrolled,
  feeYuan: 0,
  state: session.state,
  version: session.version,
});

export const toTrainingSessionDetailView = (
  found: SessionWithEnrolments,
  scope: AccessScope,
): TrainingSessionDetailView => ({
  ...toTrainingSessionView(found),
  enrolments: readsTrainedNames(scope)
    ? [...found.enrolments]
    : found.enrolments.map((place) => ({ ...place, driverName: maskName(place.driverName) })),
});
