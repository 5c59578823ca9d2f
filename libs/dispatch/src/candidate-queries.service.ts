import {
  type AssignmentPreview,
  AssignmentPreviews,
  type Duty,
  DutyQueries,
  type JobPreviews,
  type JobRef,
  type VehicleAndDriver,
} from '@tongyun/deliveries';
import {
  DriverQueries,
  LoanQueries,
  type Vehicle,
  type VehicleLoan,
  VehicleQueries,
} from '@tongyun/fleet';
import { distanceM } from '@tongyun/geo';
import {
  type AccessScope,
  addMinutes,
  type DriverId,
  type EnterpriseId,
  minutesBetween,
} from '@tongyun/kernel';
import { forbids, type ReasonCode } from '@tongyun/permission';
import { Injectable } from '@nestjs/common';
import { pairDrivers } from './rules/pair-drivers.js';
import { computeCost, type CostParts, rankCandidates } from './rules/rank-candidates.js';

/** A vehicle with a driver for a job: what speaks against it and what it would cost. */
export interface Candidate extends Pick<
  AssignmentPreview,
  'vehicleId' | 'driverId' | 'window' | 'reasons'
> {
  readonly vehicle: Vehicle;
  readonly driverName: string | null;
  readonly mayAssign: boolean;
  readonly warnings: readonly { readonly code: string; readonly message: string }[];
  readonly cost: number;
  readonly costParts: CostParts;
  readonly travelSource: 'osrm' | 'estimate';
}

const DRIVER_CODES: readonly ReasonCode[] = [
  'untrained_skill',
  'untrained_safety',
  'training_expired',
  'driving_hours',
];

const NO_DRIVER = { code: 'no_driver_free', message: 'No trained driver is free for it' };

/** Every usable vehicle for a job, best first, with all reasons for those that may not. */
@Injectable()
export class CandidateQueries {
  constructor(
    private readonly previews: AssignmentPreviews,
    private readonly vehicles: VehicleQueries,
    private readonly drivers: DriverQueries,
    private readonly loans: LoanQueries,
    private readonly duties: DutyQueries,
  ) {}

  async forJob(scope: AccessScope, ref: JobRef): Promise<Candidate[]> {
    const { job } = await this.previews.forJob(scope, ref, []);
    const { enterpriseId } = job.order;
    const wantedAt = job.demand.kind === 'load' ? job.demand.dueAt : job.demand.readyByAt;
    const isMixerAsked = job.load !== null;
    const loans = await this.loans.inForce(scope, enterpriseId, {
      from: wantedAt,
      to: addMinutes(wantedAt, 1),
    });
    const usable = (await this.vehicles.usableBy(scope, enterpriseId, wantedAt))
      .map(({ vehicle }) => vehicle)
      .filter(({ kind }) => (kind === 'mixer') === isMixerAsked)
      .filter(({ id }) => !isLentAway(loans, enterpriseId, id));
    const drivers = await this.drivers.ofEnterprise(scope, enterpriseId);
    const duties = await this.duties.openDutiesOf(scope, {
      vehicleIds: usable.map(({ id }) => id),
      driverIds: drivers.map(({ id }) => id),
    });
    const onDuty = withLent(pairsOnDuty(usable, duties), usable, loans);
    const isTaken = new Set<DriverId>(duties.map(({ driverId }) => driverId));
    const freeDrivers = drivers.map(({ id }) => id).filter((id) => !isTaken.has(id));
    const idle = usable.filter(({ id }) => !onDuty.some(({ vehicleId }) => vehicleId === id));
    const paired = await this.pairIdle(scope, ref, idle, freeDrivers);
    const judged = await this.previews.forJob(scope, ref, [...onDuty, ...paired]);

    const vehicleOf = new Map(usable.map((vehicle) => [vehicle.id, vehicle]));
    const candidates = judged.previews.flatMap((preview) => {
      const vehicle = vehicleOf.get(preview.vehicleId);
      const isOffDuty = !onDuty.some(({ vehicleId }) => vehicleId === preview.vehicleId);
      return vehicle ? [toCandidate(judged, preview, vehicle, isOffDuty)] : [];
    });
    return rankCandidates(candidates);
  }

  /** Vehicles that may do the job get the free drivers before those that may not. */
  private async pairIdle(
    scope: AccessScope,
    ref: JobRef,
    idle: readonly Vehicle[],
    freeDrivers: readonly DriverId[],
  ): Promise<VehicleAndDriver[]> {
    const [any] = idle;
    if (!any) return [];
    const { previews } = await this.previews.forJob(scope, ref, [
      ...idle.map(({ id }) => ({ vehicleId: id, driverId: null })),
      ...freeDrivers.map((driverId) => ({ vehicleId: any.id, driverId })),
    ]);
    const alone = previews.filter(({ driverId }) => driverId === null);
    const able = alone.filter((preview) => !isForbidden(preview) && !isHeld(preview));
    const unable = alone.filter((preview) => !able.includes(preview));
    const drivers = previews.flatMap(({ driverId, reasons, isDriverHeld, heldCount }) => {
      const isUntrained = reasons.some(({ code }) => DRIVER_CODES.includes(code));
      const mayDrive = !isUntrained && !isDriverHeld;
      return driverId === null ? [] : [{ driverId, mayDrive, heldCount }];
    });
    return pairDrivers(
      [...able, ...unable].map(({ vehicleId }) => vehicleId),
      drivers,
    );
  }
}

const pairsOnDuty = (
  vehicles: readonly Vehicle[],
  duties: readonly Duty[],
): { vehicleId: Vehicle['id']; driverId: DriverId }[] =>
  vehicles.flatMap(({ id }) => {
    const duty = duties.find(({ vehicleId }) => vehicleId === id);
    return duty ? [{ vehicleId: id, driverId: duty.driverId }] : [];
  });

const isLentAway = (
  loans: readonly VehicleLoan[],
  enterpriseId: EnterpriseId,
  id: Vehicle['id'],
): boolean =>
  loans.some(
    ({ vehicleId, lenderEnterpriseId }) => vehicleId === id && lenderEnterpriseId === enterpriseId,
  );

/** A borrowed vehicle comes with its driver. */
const withLent = (
  pairs: readonly { vehicleId: Vehicle['id']; driverId: DriverId }[],
  usable: readonly Vehicle[],
  loans: readonly VehicleLoan[],
): { vehicleId: Vehicle['id']; driverId: DriverId }[] => [
  ...pairs,
  ...usable.flatMap(({ id }) => {
    const loan = loans.find(({ vehicleId }) => vehicleId === id);
    const isPaired = pairs.some(({ vehicleId }) => vehicleId === id);
    return loan && !isPaired ? [{ vehicleId: id, driverId: loan.driverId }] : [];
  }),
];

const isForbidden = ({ reasons }: AssignmentPreview): boolean =>
  forbids(reasons, 'forbids_road') || forbids(reasons, 'forbids_work');

const isHeld = ({ clash }: AssignmentPreview): boolean => clash === 'assignment_overlaps';

function toCandidate(
  { job, isHardPermission }: JobPreviews,
  preview: AssignmentPreview,
  vehicle: Vehicle,
  isOffDuty: boolean,
): Candidate {
  const { freeFrom, window, reasons, warnings, driverId } = preview;
  const isBarred =
    forbids(reasons, 'forbids_road') || (isHardPermission && forbids(reasons, 'forbids_work'));
  const drumM3 = vehicle.drumCapacityM3 ?? 0;
  const { cost, parts } = computeCost({
    emptyM: freeFrom ? distanceM(freeFrom.position, job.plant.position) : 0,
    lateMin: window.lateMin,
    wastedM3: job.load ? Math.max(0, drumM3 - job.load.plannedM3) : 0,
    waitMin: freeFrom ? Math.max(0, minutesBetween(freeFrom.at, window.startsAt)) : 0,
    isTight: preview.clash === 'before_predicted_return',
    isOffDuty,
    heldCount: preview.heldCount,
  });
  return {
    vehicleId: preview.vehicleId,
    driverId,
    vehicle,
    driverName: preview.driver?.name ?? null,
    window,
    reasons,
    warnings: driverId === null ? [...warnings, NO_DRIVER] : warnings,
    mayAssign: driverId !== null && !isBarred && !isHeld(preview),
    cost,
    costParts: parts,
    travelSource: job.travel.source,
  };
}
