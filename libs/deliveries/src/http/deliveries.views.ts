import type {
  BatchRecordView,
  DriverDayView,
  DutyView,
  LoadView,
  OrderDetailView,
  OrderView,
  SiteView,
  TripView,
} from '@tongyun/contracts';
import { toAssignmentView } from '../assignment-view.js';
import type { AssignmentDetails } from '../data/assignment-details.repository.js';
import type { BatchRecordEntity } from '../data/batch-record.entity.js';
import type { DutyEntity } from '../data/duty.entity.js';
import type { LoadDetails, OrderDetails } from '../data/order-details.repository.js';
import type { SiteEntity } from '../data/site.entity.js';
import type { TripDetails } from '../data/trip-details.repository.js';
import type { DriverDay } from '../driver-day-queries.service.js';
import { toLoadingCallView } from './plant-desk/plant-desk.views.js';
import { toOperatorPumpJobView, toPumpJobView } from './pumping/pump-jobs.views.js';
import { toTicketView } from './tickets/tickets.views.js';
import type { WholeOrder } from '../order-queries.service.js';
import { remainingM3Of } from '../rules/volume.js';
import { findNextStage, placeOf, type TripStage } from '../rules/stages.js';

const iso = (at: Date): string => at.toISOString();
const isoOrNull = (at: Date | null): string | null => at && iso(at);

export const toSiteView = ({ createdAt: _createdAt, position, ...site }: SiteEntity): SiteView => ({
  ...site,
  position: { lng: position.lng, lat: position.lat },
});

export const toOrderView = ({ firstOnSiteAt, ...order }: OrderDetails): OrderView => ({
  ...order,
  remainingM3: remainingM3Of(order),
  firstOnSiteAt: iso(firstOnSiteAt),
});

const toLoadView = (
  { dueAt, ...load }: LoadDetails,
  assignment: AssignmentDetails | undefined,
): LoadView => ({
  ...load,
  dueAt: iso(dueAt),
  assignment: assignment ? toAssignmentView(assignment) : null,
});

/** A job that was taken back and given again shows its newest assignment. */
export const toOrderDetailView = (whole: WholeOrder): OrderDetailView => ({
  ...toOrderView(whole.order),
  site: toSiteView(whole.site),
  loads: whole.loads.map((load) =>
    toLoadView(
      load,
      load.state === 'planned'
        ? undefined
        : whole.assignments.findLast(({ loadId }) => loadId === load.id),
    ),
  ),
  pumpJobs: whole.pumpJobs.map((job) =>
    toPumpJobView(
      job,
      whole.assignments.findLast(({ pumpJobId }) => pumpJobId === job.id),
    ),
  ),
  nightWork: { state: whole.nightWork.state, from: isoOrNull(whole.nightWork.from) },
});

export const toTripView = (trip: TripDetails): TripView => ({
  id: trip.id,
  assignmentId: trip.assignmentId,
  enterpriseId: trip.enterpriseId,
  orderId: trip.orderId,
  orderNo: trip.orderNo,
  loadNo: trip.loadNo,
  grade: trip.grade,
  slumpMm: trip.slumpMm,
  pourLocation: trip.pourLocation,
  plannedM3: trip.plannedM3,
  batchedM3: trip.batchedM3,
  takenElsewhereM3: trip.takenElsewhereM3,
  batchedAt: isoOrNull(trip.batchedAt),
  plantId: trip.plantId,
  plantName: trip.plantName,
  siteId: trip.siteId,
  siteName: trip.siteName,
  sitePosition: { lng: trip.siteLng, lat: trip.siteLat },
  siteLandmark: trip.siteLandmark,
  contactName: trip.contactName,
  contactPhone: trip.contactPhone,
  vehicleId: trip.vehicleId,
  plateNo: trip.plateNo,
  driverId: trip.driverId,
  driverName: trip.driverName,
  stage: trip.stage,
  nextStage: findNextStage(trip),
  diversion: trip.diversion,
  stages: toStages(trip),
  version: trip.version,
});

/** In the order of the run; a way out (refused, diverted, cancelled) comes last. */
function toStages({ stageEvidence }: TripDetails): TripView['stages'] {
  const last = Number.MAX_SAFE_INTEGER;
  const placeInRun = (stage: TripStage) => (placeOf(stage) < 0 ? last : placeOf(stage));
  return Object.entries(stageEvidence)
    .map(([stage, { at, evidence }]) => ({ stage: stage as TripStage, at, evidence }))
    .toSorted((one, other) => placeInRun(one.stage) - placeInRun(other.stage));
}

export const toBatchRecordView = ({
  recordedBy: _by,
  recordedAt: _at,
  batchedAt,
  ...record
}: BatchRecordEntity): BatchRecordView => ({ ...record, batchedAt: iso(batchedAt) });

const toDutyView = (
  duty: DutyEntity,
  { plateNo, equipmentNo }: Pick<DriverDay, 'plateNo' | 'equipmentNo'>,
): DutyView => ({
  id: duty.id,
  driverId: duty.driverId,
  vehicleId: duty.vehicleId,
  plateNo,
  equipmentNo,
  state: duty.state,
  clockInAt: iso(duty.clockInAt),
  clockOutAt: isoOrNull(duty.clockOutAt),
});

export const toDriverDayView = (day: DriverDay): DriverDayView => ({
  driverId: day.driverId,
  driverName: day.driverName,
  enterpriseName: day.enterpriseName,
  duty: day.duty && toDutyView(day.duty, day),
  trip: day.trip && toTripView(day.trip),
  waitingTrips: day.waitingTrips,
  pumpJob: day.pumpJob && toOperatorPumpJobView(day.pumpJob),
  call: day.call && toLoadingCallView(day.call),
  ticket: day.ticket && toTicketView(day.ticket),
  nextJobAt: isoOrNull(day.nextJobAt),
  start: day.start && {
    operatingOn: day.start.operatingOn,
    startsAt: iso(day.start.startsAt),
    confirmedAt: iso(day.start.confirmedAt),
  },
  reasons: [...day.reasons],
  withdrawnTrainings: day.withdrawnTrainings.map(({ kind, withdrawal }) => ({
    kind,
    reason: withdrawal.reason,
    decidedAt: iso(withdrawal.decidedAt),
  })),
  dataAt: iso(day.dataAt),
});
