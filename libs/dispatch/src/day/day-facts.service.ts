import { ZoneQueries } from '@tongyun/compliance';
import {
  ConcreteLives,
  type DayOrderRow,
  type DayWork,
  DayWorkQueries,
  findAccess,
} from '@tongyun/deliveries';
import { type DurationBook, DurationQueries } from '@tongyun/durations';
import { EnterpriseQueries, judgeRange, type Plant, PlantQueries } from '@tongyun/fleet';
import { wgs84 } from '@tongyun/geo';
import {
  type AccessScope,
  addMinutes,
  type Clock,
  CLOCK,
  type EnterpriseId,
  type Interval,
} from '@tongyun/kernel';
import { instantOfLocal, maySupply, type ZoneFact } from '@tongyun/permission';
import { PolicyQueries } from '@tongyun/policy';
import { TIME_ZONE } from '@tongyun/platform';
import { SPEED_KPH_BY_HOUR } from '@tongyun/routing';
import { Inject, Injectable } from '@nestjs/common';
import { BesideQueries } from './beside.service.js';
import { DayBeforeQueries } from './day-before.service.js';
import { DayPolicies } from './day-policies.service.js';
import { PlantHours } from './plant-hours.service.js';
import { PumpsNow } from './pumps-now.service.js';
import { DayVehicles, type PlannedDuties } from './day-vehicles.service.js';
import { DayWaysQueries, type WayZones } from './day-ways.service.js';
import type {
  DayFacts,
  DayPolicy,
  FactOrder,
  FactPlant,
  FactWay,
  FactWays,
} from './rules/day-facts.js';
import { GOES_ON_MIN } from './rules/find-behind.js';
import { findStays } from './rules/find-stays.js';
import { crewOf, jobsOf } from './rules/list-call-ins.js';
import { findOrderDurations } from './rules/order-durations.js';
import type { PlanContent } from './rules/plan-content.js';
import { ZoneSets } from './rules/zone-sets.js';

const MIN_PER_HOUR = 60;
const DAY_MIN = 24 * MIN_PER_HOUR;
/** Hours beyond the day that travel is known for: pours go on across its end. */
const HOURS_KNOWN = 36;

/** Gathers what a day is planned on. Reads many tables, so never call it inside a transaction. */
@Injectable()
export class DayFactsQueries {
  constructor(
    private readonly work: DayWorkQueries,
    private readonly plants: PlantQueries,
    private readonly enterprises: EnterpriseQueries,
    private readonly zones: ZoneQueries,
    private readonly ways: DayWaysQueries,
    private readonly lives: ConcreteLives,
    private readonly dayVehicles: DayVehicles,
    private readonly dayPolicies: DayPolicies,
    private readonly plantHours: PlantHours,
    private readonly pumpsNow: PumpsNow,
    private readonly beside: BesideQueries,
    private readonly dayBefore: DayBeforeQueries,
    private readonly policies: PolicyQueries,
    private readonly durations: DurationQueries,
    @Inject(TIME_ZONE) private readonly timeZone: string,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param supposed orders that are not there, for a "what if"
   * @param planned for permission to be asked about what a plan has its own drivers do; left out: paired anew
   */
  async ofDay(
    scope: AccessScope,
    enterpriseId: EnterpriseId,
    on: string,
    supposed: readonly DayOrderRow[] = [],
    planned?: Pick<PlanContent, 'loads' | 'pumpJobs'>,
  ): Promise<DayFacts> {
    const now = this.clock.now();
    const enterprise = await this.enterprises.get(scope, enterpriseId);
    const noon = instantOfLocal(on, 12 * MIN_PER_HOUR, this.timeZone);
    const scopes = [`enterprise:${enterpriseId}`];
    const startHour = (await this.policies.valueAt('operating_day.start_hour', noon, scopes)).value;
    const from = instantOfLocal(on, startHour * MIN_PER_HOUR, this.timeZone);
    const day = { from, to: addMinutes(from, DAY_MIN) };
    const at = now > from ? now : from;
    const { policy, hours, isHardPermission, version } = await this.dayPolicies.at(at, scopes);
    const atHour = (hour: number) =>
      addMinutes(instantOfLocal(on, 0, this.timeZone), hour * MIN_PER_HOUR);
    const known = await this.work.ofDay(scope, enterpriseId, on);
    const work = { ...known, orders: [...known.orders, ...supposed] };
    const plants = await this.plants.ofEnterprise(scope, enterpriseId);
    const book = await this.durations.bookOf(scope, enterpriseId, now);
    const { orders, ways, zoneSets } = await this.toOrders(work, plants, enterpriseId, day, {
      book,
      policy,
    });
    const fleet = await this.dayVehicles.ofDay(scope, {
      enterpriseId,
      isEnterpriseBarred: enterprise.isBarred,
      day,
      duty: { from: atHour(hours.dutyFrom), to: atHour(hours.dutyTo) },
      work,
      planned: planned && toDuties({ orders, ways, policy }, planned),
      zoneSets,
      plantIds: plants.map(({ id }) => id),
      isHardPermission,
      policyVersion: version,
    });
    return {
      now,
      day,
      hourFactor: Array.from({ length: HOURS_KNOWN }, (_, hour) => slowdownOf(startHour + hour)),
      policy,
      plants: await this.toPlants(plants, at, atHour),
      ...fleet,
      orders,
      ways,
      durationsLearntAt: book.learntAt?.toISOString() ?? null,
      loads: work.loads,
      pumpJobs: work.pumpJobs,
      pumpRuns: work.pumpRuns,
      returns: work.returns,
      pumpsNow: await this.pumpsNow.of(fleet.vehicles),
      beside: await this.beside.ofDay(enterpriseId, on),
      before: await this.dayBefore.of(scope, enterpriseId, on, { from, now }),
    };
  }

  private async toPlants(
    plants: readonly Plant[],
    at: Date,
    atHour: (hour: number) => Date,
  ): Promise<FactPlant[]> {
    const hours = new Map<string, Interval[]>();
    for (const plant of plants) {
      const stated = await this.plantHours.at(plant, at);
      const spans = stated.hours.map(({ fromHour, toHour }) => ({
        from: atHour(fromHour),
        to: atHour(toHour),
      }));
      hours.set(plant.id, spans);
    }
    const lines = await this.plants.linesOf(plants.map(({ id }) => id));
    return plants.map(({ id, name, position }) => ({
      id,
      name,
      position,
      open: hours.get(id)!,
      lines: lines.filter(({ plantId }) => plantId === id),
    }));
  }

  private async toOrders(
    { orders }: DayWork,
    plants: readonly Plant[],
    enterpriseId: EnterpriseId,
    day: Interval,
    { book, policy }: { readonly book: DurationBook; readonly policy: DayPolicy },
  ): Promise<{ orders: FactOrder[]; ways: FactWays; zoneSets: readonly ZoneFact[][] }> {
    const ranges = await this.plants.rangesAt(
      plants.map(({ id }) => id),
      day.from,
    );
    const supplied = orders.map((order) => {
      const position = wgs84(order.siteLng, order.siteLat);
      const isInRange = (plant: Plant): boolean => {
        const range = ranges.get(plant.id);
        return range === undefined || judgeRange(plant.position, range, position).isInside;
      };
      const sources = plants.filter((plant) => maySupply(plant.licenceState) && isInRange(plant));
      return { ...order, position, sourcePlantIds: sources.map(({ id }) => id) };
    });
    const found = await this.ways.ofDay(plants, supplied, day.from);
    const sets = new ZoneSets();
    const rows: FactOrder[] = [];
    for (const order of supplied) {
      const zones = await this.zones.zonesAt(order.position, order.firstOnSiteAt);
      const life = await this.lives.limitsOf(
        { grade: order.grade, enterpriseId, retarderMin: order.retarderMin },
        order.firstOnSiteAt,
      );
      rows.push({
        ...order,
        zoneSet: sets.numberOf(zones.map(({ fact }) => fact)),
        ageMaxMin: life.dischargeWithinMin,
        access: findAccess(order, besideDay(day, order), this.timeZone),
        durations: findOrderDurations(book, order, order.sourcePlantIds, policy),
      });
    }
    const ways = new Map([...found].map(([key, zones]) => [key, numbered(zones, sets)]));
    return { orders: rows, ways, zoneSets: sets.all };
  }
}

const toDuties = (
  known: Pick<DayFacts, 'orders' | 'ways' | 'policy'>,
  content: Pick<PlanContent, 'loads' | 'pumpJobs'>,
): PlannedDuties => ({
  crew: crewOf(content),
  staysOf: (vehicle) => findStays(known, jobsOf(content, vehicle.id), vehicle),
});

const numbered = ({ isByRoad, crossings }: WayZones, sets: ZoneSets): FactWay => ({
  isByRoad,
  crossings: crossings.map(({ zone, from, to }) => ({ zoneSet: sets.numberOf([zone]), from, to })),
});

/** The day and what a pour goes on for after it, from its first truck if that comes before. */
const besideDay = (
  { from, to }: Interval,
  { firstOnSiteAt, pourFirstAt }: Pick<DayOrderRow, 'firstOnSiteAt' | 'pourFirstAt'>,
): Interval => ({
  from: new Date(Math.min(+from, +firstOnSiteAt, +pourFirstAt)),
  to: addMinutes(to, GOES_ON_MIN),
});

/** How many times longer than on empty roads a drive takes at a local hour. */
const slowdownOf = (hour: number): number =>
  Math.max(...SPEED_KPH_BY_HOUR.value) / SPEED_KPH_BY_HOUR.value[hour % 24]!;
