import { FactsQueries, ZoneQueries } from '@tongyun/compliance';
import { EnterpriseQueries } from '@tongyun/fleet';
import { wgs84, type Wgs84 } from '@tongyun/geo';
import {
  type AccessScope,
  addMinutes,
  type Clock,
  CLOCK,
  type DriverId,
  minutesBetween,
  type PlantId,
  type VehicleId,
} from '@tongyun/kernel';
import {
  type DayCalendar,
  type DriverFact,
  judge,
  type Reason,
  type VehicleFact,
} from '@tongyun/permission';
import { PolicyQueries } from '@tongyun/policy';
import { TIME_ZONE, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import { type AssignmentJob, AssignmentJobs, type JobRef } from './assignment-jobs.service.js';
import { ConcreteLives } from './concrete-lives.service.js';
import { DrivingTimes } from './driving-times.js';
import { AssignmentRepository, type HeldAssignment } from './data/assignment.repository.js';
import {
  type AssignmentWindow,
  computeMinutesOnSite,
  computeWindow,
  estimateSiteStay,
  findClash,
  type HeldWindow,
  type JobTimes,
  predictReturn,
  type WindowClash,
} from './rules/assignment-window.js';
import { NightWorkQueries } from './night-work/night-work-queries.service.js';
import {
  listWindowWarnings,
  NIGHT_WITHOUT_PERMIT,
  PUMP_NOT_ASSIGNED,
  type Warning,
} from './rules/assignment-warnings.js';

export interface VehicleAndDriver {
  readonly vehicleId: VehicleId;
  /** Null: a vehicle that nobody is on yet, shown but not assignable. */
  readonly driverId: DriverId | null;
}

/** What would come of giving the job to this vehicle and driver. */
export interface AssignmentPreview extends VehicleAndDriver {
  readonly vehicle: VehicleFact;
  readonly driver: DriverFact | null;
  readonly window: AssignmentWindow;
  readonly reasons: readonly Reason[];
  readonly warnings: readonly Warning[];
  readonly clash: WindowClash | null;
  /** The driver is held for another job at that time, whatever the vehicle is. */
  readonly isDriverHeld: boolean;
  /** Where and when it is free before this job; null when it holds nothing before. */
  readonly freeFrom: { readonly at: Date; readonly position: Wgs84 } | null;
  /** Jobs it holds around this one. */
  readonly heldCount: number;
}

/** When and from where a plan wants a job done. */
export interface PlannedTimes {
  readonly plantId: PlantId;
  readonly startsAt: Date;
  readonly arrivesAt: Date;
  readonly endsAt: Date;
}

export interface JobPreviews {
  readonly job: AssignmentJob;
  readonly isHardPermission: boolean;
  readonly previews: readonly AssignmentPreview[];
}

interface JudgedWith {
  readonly job: AssignmentJob;
  readonly window: AssignmentWindow;
  readonly zones: Awaited<ReturnType<ZoneQueries['zonesAt']>>;
  readonly isEnterpriseBarred: boolean;
  readonly dischargeWithinMin: number;
  readonly calendar: DayCalendar;
  readonly policyVersion: string;
  readonly lacksNightPermit: boolean;
}

/** Windows that end or begin within this time of the job's are looked at for tight returns. */
const HELD_AROUND_MIN = 12 * 60;

/** Judges vehicles and drivers for a job before anybody decides; writes nothing. */
@Injectable()
export class AssignmentPreviews {
  constructor(
    private readonly jobs: AssignmentJobs,
    private readonly facts: FactsQueries,
    private readonly zones: ZoneQueries,
    private readonly enterprises: EnterpriseQueries,
    private readonly lives: ConcreteLives,
    private readonly drivingTimes: DrivingTimes,
    private readonly nightWork: NightWorkQueries,
    private readonly policies: PolicyQueries,
    private readonly assignments: AssignmentRepository,
    private readonly unitOfWork: UnitOfWork,
    @Inject(TIME_ZONE) private readonly timeZone: string,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Asks the road, so never call it inside a transaction. Pairs out of sight are left out. */
  async forJob(
    scope: AccessScope,
    ref: JobRef,
    pairs: readonly VehicleAndDriver[],
    planned?: PlannedTimes,
  ): Promise<JobPreviews> {
    const job = await this.jobs.get(scope, ref, planned?.plantId);
    const window = planned
      ? asWindow(job, planned)
      : computeWindow(job.demand, job.travel.durationMin, job.times, this.clock.now());
    const at = window.startsAt;
    const scopes = [`enterprise:${job.order.enterpriseId}`];
    const hard = await this.policies.valueAt('assignment.hard_permission', at, scopes);
    const life = await this.lives.limitsOf(job.order, at);
    const enterprise = await this.enterprises.get(scope, job.order.enterpriseId);
    const judgedWith: JudgedWith = {
      job,
      window,
      zones: await this.zones.zonesAt(job.site.position, at),
      isEnterpriseBarred: enterprise.isBarred,
      dischargeWithinMin: life.dischargeWithinMin,
      calendar: (await this.policies.valueAt('calendar.days', at)).value,
      policyVersion: hard.version,
      lacksNightPermit: await this.lacksNightPermit(job, window),
    };
    const previews = await this.previewAll(scope, judgedWith, pairs);
    return { job, isHardPermission: hard.value, previews };
  }

  /** Asked of the stay on the site: the way there and back wakes nobody there. */
  private async lacksNightPermit(
    { site }: AssignmentJob,
    { arrivesAt, endsAt }: AssignmentWindow,
  ): Promise<boolean> {
    const work = await this.nightWork.judge(site, { from: arrivesAt, to: endsAt });
    return work.state === 'without_permit';
  }

  private async previewAll(
    scope: AccessScope,
    judgedWith: JudgedWith,
    pairs: readonly VehicleAndDriver[],
  ): Promise<AssignmentPreview[]> {
    const vehicleIds = [...new Set(pairs.map(({ vehicleId }) => vehicleId))];
    const driverIds = [...new Set(pairs.flatMap(({ driverId }) => driverId ?? []))];
    const vehicles = byId(
      await this.facts.vehicleFacts(scope, vehicleIds),
      ({ vehicleId }) => vehicleId,
    );
    const driving = await this.drivingTimes.ofDrivers(
      driverIds,
      judgedWith.window.startsAt,
      2 * judgedWith.job.travel.durationMin,
    );
    const drivers = byId(
      (await this.facts.driverFacts(scope, driverIds)).map((fact) => ({
        ...fact,
        driving: driving.get(fact.driverId as DriverId),
      })),
      ({ driverId }) => driverId,
    );
    const held = await this.assignments.heldWithin(this.unitOfWork.reads, vehicleIds, driverIds, {
      from: addMinutes(judgedWith.window.startsAt, -HELD_AROUND_MIN),
      to: addMinutes(judgedWith.window.returnsAt, HELD_AROUND_MIN),
    });
    return pairs.flatMap((pair) => {
      const vehicle = vehicles.get(pair.vehicleId);
      const driver = pair.driverId === null ? null : drivers.get(pair.driverId);
      if (!vehicle || driver === undefined) return [];
      const own = held.filter(
        ({ vehicleId, driverId }) => vehicleId === pair.vehicleId || driverId === pair.driverId,
      );
      return [{ ...pair, ...this.preview(judgedWith, vehicle, driver, own) }];
    });
  }

  private preview(
    judgedWith: JudgedWith,
    vehicle: VehicleFact,
    driver: DriverFact | null,
    held: readonly HeldAssignment[],
  ) {
    const { job, window, dischargeWithinMin } = judgedWith;
    const windows = held.map((one) => withReturn(one, job.times));
    const clash = findClash(window, windows, job.times.loadingMin);
    const concrete = job.load ? { loadingMin: job.times.loadingMin, dischargeWithinMin } : null;
    const before = windows.findLast(({ startsAt }) => startsAt < window.startsAt);
    return {
      vehicle,
      driver,
      window,
      reasons: this.judgePair(judgedWith, vehicle, driver),
      warnings: [
        ...listWindowWarnings(window, clash, concrete),
        ...(job.isPumpMissing ? [PUMP_NOT_ASSIGNED] : []),
        ...(judgedWith.lacksNightPermit ? [NIGHT_WITHOUT_PERMIT] : []),
      ],
      clash,
      isDriverHeld: isHeld(window, windows, driver),
      freeFrom: before
        ? { at: before.endsAt, position: wgs84(before.siteLng, before.siteLat) }
        : null,
      heldCount: held.length,
    };
  }

  /** Over the whole window, and in the site's zones over the whole stay in them. */
  private judgePair(
    { job, window, zones, isEnterpriseBarred, calendar, policyVersion }: JudgedWith,
    vehicle: VehicleFact,
    driver: DriverFact | null,
  ): Reason[] {
    const stay = estimateSiteStay(window);
    const facts = {
      vehicle,
      driver,
      work: {
        enterpriseId: job.order.enterpriseId,
        isEnterpriseBarred,
        // A pump brings no concrete of its plant.
        plant: job.load && { name: job.plant.name, licence: job.plant.licenceState },
        loadM3: job.load?.plannedM3 ?? null,
        range: job.range && { ...job.range, plantName: job.plant.name },
        neededReachM: job.pumpJob ? job.order.pumpReachM : null,
      },
      zones: zones.map(({ fact }) => ({ zone: fact, stay, place: placeOf(job.site) })),
      timeZone: this.timeZone,
      calendar,
      policyVersion,
    };
    // A stay may run past the window by the way out of the zone; the judge looks at both.
    return judge(facts, { from: window.startsAt, to: stay.to });
  }
}

/** A route of a pass has to come to the site, that is into its fence. */
const placeOf = ({ position: { lng, lat }, fenceRadiusM }: AssignmentJob['site']) => ({
  lng,
  lat,
  withinM: fenceRadiusM,
});

function asWindow(
  { demand, travel }: AssignmentJob,
  { startsAt, arrivesAt, endsAt }: PlannedTimes,
): AssignmentWindow {
  const wantedAt = demand.kind === 'load' ? demand.dueAt : demand.readyByAt;
  return {
    startsAt,
    arrivesAt,
    endsAt,
    returnsAt: addMinutes(endsAt, Math.ceil(travel.durationMin)),
    lateMin: Math.max(0, minutesBetween(wantedAt, arrivesAt)),
  };
}

const isHeld = (
  window: AssignmentWindow,
  held: readonly (HeldWindow & { readonly driverId: DriverId })[],
  driver: DriverFact | null,
): boolean => {
  const own = held.filter(({ driverId }) => driverId === driver?.driverId);
  return findClash(window, own, 0) === 'assignment_overlaps';
};

const byId = <Row>(rows: readonly Row[], idOf: (row: Row) => string): Map<string, Row> =>
  new Map(rows.map((row) => [idOf(row), row]));

function withReturn(held: HeldAssignment, times: JobTimes) {
  const demand =
    held.pumpReadyByAt && held.pumpUntilAt
      ? { kind: 'pump' as const, readyByAt: held.pumpReadyByAt, untilAt: held.pumpUntilAt }
      : { kind: 'load' as const, plannedM3: held.loadM3 ?? 0, dueAt: held.startsAt };
  return { ...held, returnsAt: predictReturn(held, computeMinutesOnSite(demand, times)) };
}
