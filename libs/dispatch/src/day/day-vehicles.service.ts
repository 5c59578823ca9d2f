import { FactsQueries } from '@tongyun/compliance';
import { type DayWork, DayWorkQueries, type Duty, DutyQueries } from '@tongyun/deliveries';
import { DriverQueries, LoanQueries, VehicleQueries, type VehicleWithUses } from '@tongyun/fleet';
import {
  type AccessScope,
  addMinutes,
  type EnterpriseId,
  type Interval,
  type PlantId,
  type VehicleId,
} from '@tongyun/kernel';
import {
  allowedIntervals,
  type DayCalendar,
  type DriverFact,
  judge,
  type PermissionFacts,
  pumpReachM,
  type Reason,
  type VehicleFact,
  type ZoneFact,
  type ZoneStay,
} from '@tongyun/permission';
import { PolicyQueries } from '@tongyun/policy';
import { TIME_ZONE } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { DayFacts, FactVehicle } from './rules/day-facts.js';
import { dutyUnderLoans } from './rules/loaned-duty.js';
import type { PlannedStay } from './rules/find-stays.js';
import { findHome } from './rules/find-home.js';
import { pairForTheDay } from './rules/pair-for-the-day.js';

export interface VehiclesAsked {
  readonly enterpriseId: EnterpriseId;
  readonly isEnterpriseBarred: boolean;
  readonly day: Interval;
  /** Of whoever has not clocked in. */
  readonly duty: Interval;
  readonly work: DayWork;
  /** Left out: paired for the day, and asked about no way. */
  readonly planned?: PlannedDuties | undefined;
  /** Sets of zones that hold sites, and zones on ways; each vehicle says when it may be inside all of one. */
  readonly zoneSets: readonly (readonly ZoneFact[])[];
  readonly plantIds: readonly PlantId[];
  readonly isHardPermission: boolean;
  readonly policyVersion: string;
}

/** What a plan has vehicles do. */
export interface PlannedDuties {
  /** By vehicle, who drives it whatever permission says of him; no other vehicle is driven. */
  readonly crew: ReadonlyMap<string, string>;
  /** When a vehicle is in which of the sets of zones. */
  readonly staysOf: (
    vehicle: Pick<FactVehicle, 'id' | 'homePlantId' | 'endPlantId'>,
  ) => readonly PlannedStay[];
}

/** Pours go on across the end of the day, and trucks come home from them. */
const AFTER_DAY_MIN = 12 * 60;

export type DayCrew = Pick<DayFacts, 'vehicles' | 'freeDrivers'>;

/** The vehicles that an enterprise can plan on, each with its driver and what permission says. */
@Injectable()
export class DayVehicles {
  constructor(
    private readonly vehicles: VehicleQueries,
    private readonly drivers: DriverQueries,
    private readonly loans: LoanQueries,
    private readonly duties: DutyQueries,
    private readonly facts: FactsQueries,
    private readonly work: DayWorkQueries,
    private readonly policies: PolicyQueries,
    @Inject(TIME_ZONE) private readonly timeZone: string,
  ) {}

  async ofDay(scope: AccessScope, asked: VehiclesAsked): Promise<DayCrew> {
    const loans = await this.loans.inForce(scope, asked.enterpriseId, asked.duty);
    const usable = (await this.vehicles.usableDuring(scope, asked.enterpriseId, asked.day))
      .filter(({ vehicle }) => !vehicle.isProvisional)
      .toSorted((one, other) => one.vehicle.id.localeCompare(other.vehicle.id));
    const ids = usable.map(({ vehicle }) => vehicle.id);
    const lentDrivers = new Set(loans.map(({ driverId }) => driverId));
    const drivers = [
      ...(await this.drivers.ofEnterprise(scope, asked.enterpriseId)),
      ...(await this.drivers.getMany(scope, [...lentDrivers])).filter(
        ({ enterpriseId }) => enterpriseId !== asked.enterpriseId,
      ),
    ];
    const driverIds = drivers.map(({ id }) => id);
    const duties = await this.duties.openDutiesOf(scope, { vehicleIds: ids, driverIds });
    const lastPairs = await this.work.lastPairs(scope, ids);
    const homes = await this.vehicles.homesOf(asked.enterpriseId, ids);
    const driverFacts = new Map(
      (await this.facts.driverFacts(scope, driverIds)).map((fact) => [fact.driverId, fact]),
    );
    const vehicleFacts = new Map(
      (await this.facts.vehicleFacts(scope, ids)).map((fact) => [fact.vehicleId, fact]),
    );
    const calendar = (await this.policies.valueAt('calendar.days', asked.day.from)).value;
    const given = { ...asked, timeZone: this.timeZone, calendar };
    const [anyFact] = vehicleFacts.values();
    // Who is lent with a vehicle drives that one, before, while and after.
    const trained = driverIds.filter(
      (id) =>
        !lentDrivers.has(id) &&
        anyFact !== undefined &&
        mayDrive(given, anyFact, driverFacts.get(id)!),
    );
    const pairs =
      asked.planned?.crew ??
      pairForTheDay(
        usable.toSorted(byNeed(given, vehicleFacts)).map(({ vehicle }) => vehicle.id),
        {
          onDuty: new Map(duties.map(({ vehicleId, driverId }) => [vehicleId, driverId])),
          released: new Map([
            ...loans.map(({ vehicleId, driverId }): [string, string] => [vehicleId, driverId]),
            ...releasedPairs(asked.work),
          ]),
          last: new Map(lastPairs.map(({ vehicleId, driverId }) => [vehicleId, driverId])),
        },
        trained,
      );
    const nameOf = new Map<string, string>(drivers.map(({ id, name }) => [id, name]));
    const needed = new Set(pairs.values());
    const vehicles = usable.map((one, index): FactVehicle => {
      const driverId = pairs.get(one.vehicle.id) ?? null;
      const driver = driverId === null ? null : (driverFacts.get(driverId) ?? null);
      const fact = vehicleFacts.get(one.vehicle.id)!;
      const whole = dutyOf(asked, duties, one.vehicle.id);
      const own = loans.filter(({ vehicleId }) => vehicleId === one.vehicle.id);
      const left = dutyUnderLoans(whole, own, {
        enterpriseId: asked.enterpriseId,
        isOwner: one.vehicle.ownerEnterpriseId === asked.enterpriseId,
      });
      const duty = left ?? whole;
      const home = findHome(
        homes.find(({ vehicleId }) => vehicleId === one.vehicle.id) ?? null,
        own.find(({ plantId }) => asked.plantIds.includes(plantId))?.plantId ??
          lastPairs.find(({ vehicleId }) => vehicleId === one.vehicle.id)?.plantId ??
          asked.plantIds[index % Math.max(1, asked.plantIds.length)] ??
          '',
      );
      const stays = asked.planned?.staysOf({ id: one.vehicle.id, ...home }) ?? [];
      const judged = judgeDay(given, fact, driver, { duty, stays });
      return {
        ...describe(one, asked),
        driverId,
        driverName: driverId === null ? null : (nameOf.get(driverId) ?? driver?.name ?? null),
        duty,
        ...home,
        ...judged,
        forbidden: left === null ? [...judged.forbidden, 'lent_out'] : judged.forbidden,
        clockedInAt: clockedInAt(asked, duties, one.vehicle.id),
      };
    });
    const freeDrivers = trained
      .filter((id) => !needed.has(id))
      .map((id) => ({ id, name: nameOf.get(id) ?? '' }));
    return { vehicles, freeDrivers };
  }
}

type Given = VehiclesAsked & { readonly timeZone: string; readonly calendar: DayCalendar };

/** Judged for the pair over its duty and what it is planned to do, and apart from that for each set of zones. */
function judgeDay(
  given: Given,
  vehicle: VehicleFact,
  driver: DriverFact | null,
  { duty, stays }: { readonly duty: Interval; readonly stays: readonly PlannedStay[] },
): Pick<FactVehicle, 'reasons' | 'ownReasons' | 'forbidden' | 'zoneSpans'> {
  const base = factsOf(given, vehicle, driver);
  const always = judge(base, duty);
  const onWays = stays.flatMap(({ zoneSet, ...stay }) =>
    given.zoneSets[zoneSet]!.map((zone): ZoneStay => ({ zone, stay })),
  );
  const reasons = onWays.length === 0 ? always : onceAZone(judge({ ...base, zones: onWays }, duty));
  const alone = new Set(
    judge({ ...base, driver: null, zones: onWays }, duty).map(({ code }) => code),
  );
  return {
    reasons,
    ownReasons: reasons.filter(({ code }) => alone.has(code)),
    forbidden: [
      ...(driver === null ? ['no_driver_free'] : []),
      ...always.filter((reason) => isBar(given, reason)).map(({ code }) => code),
    ],
    zoneSpans: given.zoneSets.map((zones) =>
      allowedIntervals(
        { ...base, driver: null, work: null, zones: zones.map((zone) => ({ zone, stay: null })) },
        { from: given.day.from, to: addMinutes(given.day.to, AFTER_DAY_MIN) },
      ),
    ),
  };
}

/** Who comes to a zone several times is told once of each thing that stands in the way there: the first time. */
const onceAZone = (reasons: readonly Reason[]): Reason[] =>
  reasons.filter(
    (one, index) =>
      one.compared.zoneId === undefined ||
      reasons.findIndex(
        ({ code, effect, compared }) =>
          code === one.code && effect === one.effect && compared.zoneId === one.compared.zoneId,
      ) === index,
  );

const isBar = ({ isHardPermission }: Given, { effect }: Reason): boolean =>
  effect === 'forbids_road' || (effect === 'forbids_work' && isHardPermission);

const factsOf = (
  given: Given,
  vehicle: VehicleFact,
  driver: DriverFact | null,
): PermissionFacts => ({
  vehicle,
  driver,
  work: {
    enterpriseId: given.enterpriseId,
    isEnterpriseBarred: given.isEnterpriseBarred,
    loadM3: null,
    range: null,
    neededReachM: null,
  },
  zones: [],
  timeZone: given.timeZone,
  calendar: given.calendar,
  policyVersion: given.policyVersion,
});

/** Who may work comes before who may not, and a pump before the mixers that wait for it. */
const byNeed =
  (given: Given, facts: ReadonlyMap<string, VehicleFact>) =>
  ({ vehicle: one }: VehicleWithUses, { vehicle: other }: VehicleWithUses): number =>
    Number(isBarred(given, facts.get(one.id)!)) - Number(isBarred(given, facts.get(other.id)!)) ||
    Number(one.kind === 'mixer') - Number(other.kind === 'mixer');

/** Whether it may not work whoever drives it. */
const isBarred = (given: Given, vehicle: VehicleFact): boolean =>
  judge(factsOf(given, vehicle, null), given.duty).some((reason) => isBar(given, reason));

/** Whether it is not the driver that stands in the way. */
function mayDrive(given: Given, vehicle: VehicleFact, driver: DriverFact): boolean {
  const alone = new Set(judge(factsOf(given, vehicle, null), given.duty).map(({ code }) => code));
  return !judge(factsOf(given, vehicle, driver), given.duty).some(
    (reason) => isBar(given, reason) && !alone.has(reason.code),
  );
}

const clockedInAt = (
  { day }: VehiclesAsked,
  duties: readonly Duty[],
  vehicleId: VehicleId,
): Date | null => {
  const open = duties.find((one) => one.vehicleId === vehicleId);
  return open && open.clockInAt >= day.from && open.clockInAt < day.to ? open.clockInAt : null;
};

/** A duty that has begun early counts from its beginning. */
function dutyOf(asked: VehiclesAsked, duties: readonly Duty[], vehicleId: VehicleId): Interval {
  const { duty } = asked;
  const at = clockedInAt(asked, duties, vehicleId);
  return at !== null && at < duty.from ? { from: at, to: duty.to } : duty;
}

const releasedPairs = ({ loads, pumpJobs }: DayWork): Map<string, string> =>
  new Map(
    [...loads, ...pumpJobs].flatMap(({ vehicleId, driverId }): [string, string][] =>
      vehicleId && driverId ? [[vehicleId, driverId]] : [],
    ),
  );

function describe({ vehicle, uses }: VehicleWithUses, { enterpriseId, day }: VehiclesAsked) {
  const use = uses.find(
    ({ enterpriseId: user, validFrom, validTo }) =>
      user === enterpriseId && validFrom < day.to && (validTo === null || validTo > day.from),
  );
  return {
    id: vehicle.id,
    kind: vehicle.kind,
    plateNo: vehicle.plateNo,
    fleetNo: vehicle.fleetNo,
    drumM3: vehicle.drumCapacityM3,
    reachM: vehicle.kind === 'mixer' ? null : pumpReachM(vehicle),
    use: vehicle.ownerEnterpriseId === enterpriseId ? ('own' as const) : (use?.kind ?? 'own'),
  };
}
