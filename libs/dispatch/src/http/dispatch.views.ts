import type { AutoAssignView, CandidateView, PlantOptionView } from '@tongyun/contracts';
import { toAssignmentView } from '@tongyun/deliveries';
import type { AutoAssignment } from '../auto-assign.service.js';
import type { Candidate } from '../candidate-queries.service.js';
import type { PlantOption } from '../plant-option-queries.service.js';

export const toPlantOptionView = ({ plant, travel, ...option }: PlantOption): PlantOptionView => ({
  plantId: plant.id,
  plantName: plant.name,
  enterpriseId: plant.enterpriseId,
  isInRange: option.isInRange,
  distanceM: Math.round(option.distanceM),
  limitM: option.limitM,
  travelMin: travel.durationMin,
  travelSource: travel.source,
  reasons: [...option.reasons],
});

export const toCandidateView = ({ vehicle, window, ...candidate }: Candidate): CandidateView => ({
  vehicleId: vehicle.id,
  kind: vehicle.kind,
  plateNo: vehicle.plateNo,
  fleetNo: vehicle.fleetNo,
  drumCapacityM3: vehicle.drumCapacityM3,
  driverId: candidate.driverId,
  driverName: candidate.driverName,
  mayAssign: candidate.mayAssign,
  reasons: [...candidate.reasons],
  warnings: [...candidate.warnings],
  arrivesAt: window.arrivesAt.toISOString(),
  startsAt: window.startsAt.toISOString(),
  endsAt: window.endsAt.toISOString(),
  cost: candidate.cost,
  costParts: { ...candidate.costParts },
  travelSource: candidate.travelSource,
});

export const toAutoAssignView = ({ assigned, unserved }: AutoAssignment): AutoAssignView => ({
  assigned: assigned.map(toAssignmentView),
  unserved: unserved.map(({ job, loadNo, refusedBy }) => ({
    loadId: 'loadId' in job ? job.loadId : null,
    pumpJobId: 'pumpJobId' in job ? job.pumpJobId : null,
    loadNo,
    refusedBy: { ...refusedBy },
  })),
});
