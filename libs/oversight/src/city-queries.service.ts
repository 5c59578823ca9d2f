import type { CityQuery, IdleQuery, TrackedRunsQuery } from '@tongyun/contracts';
import { EnterpriseQueries } from '@tongyun/fleet';
import { toWgs84 } from '@tongyun/geo';
import { type AccessScope, type Clock, CLOCK, type EnterpriseId } from '@tongyun/kernel';
import { TIME_ZONE, UnitOfWork } from '@tongyun/platform';
import { PolicyQueries } from '@tongyun/policy';
import { Inject, Injectable } from '@nestjs/common';
import { CityRows, type DayRow, type FigureRow, type ViolatorRow } from './data/city-rows.js';
import { IdleRows, type IdleVehicleRow, type NearPlantRow } from './data/idle-rows.js';
import { type RunRow, RunRows } from './data/run-rows.js';
import { periodOf } from './period-of.js';
import type { CityPeriod, Days } from './rules/city-period.js';
import { daysBetween, planForPeriod } from './rules/plan-for-period.js';

const MOST_DAYS = 366;
/** Positions are many: a week of an enterprise is some million. */
const MOST_TRACKED_DAYS = 7;
const WORST = 20;
const M_PER_KM = 1_000;

export interface CityFigures {
  readonly planM3: number | null;
  readonly days: number;
  readonly enterprises: readonly (FigureRow & { readonly designM3PerYear: number })[];
  readonly now: Date;
}

export interface IdleNear {
  readonly vehicles: readonly IdleVehicleRow[];
  readonly plants: readonly NearPlantRow[];
  readonly now: Date;
}

/** The city as the authorities look at it; a bureau sees its district. */
@Injectable()
export class CityQueries {
  constructor(
    private readonly city: CityRows,
    private readonly idle: IdleRows,
    private readonly runs: RunRows,
    private readonly enterprises: EnterpriseQueries,
    private readonly policies: PolicyQueries,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(TIME_ZONE) private readonly timeZone: string,
  ) {}

  /** Of each enterprise, and the part of the city's yearly plan that falls on the days. */
  async figures(scope: AccessScope, query: CityQuery): Promise<CityFigures> {
    const period = this.periodOf(query, MOST_DAYS);
    const { now } = period;
    const perLine = await this.policies.valueAt('supply.design_m3_per_line_year', now);
    const plan = await this.policies.valueAt('supply.plan_m3_by_year', now);
    const rows = await this.city.figures(this.unitOfWork.reads, scope, query, period);
    return {
      planM3: planForPeriod(plan.value, query.from, query.to),
      days: daysBetween(query.from, query.to),
      enterprises: rows.map((row) => ({ ...row, designM3PerYear: row.lines * perLine.value })),
      now,
    };
  }

  days(scope: AccessScope, query: CityQuery): Promise<DayRow[]> {
    return this.city.days(this.unitOfWork.reads, scope, query, this.periodOf(query, MOST_DAYS));
  }

  violators(scope: AccessScope, query: CityQuery): Promise<ViolatorRow[]> {
    const period = this.periodOf(query, MOST_DAYS);
    return this.city.violators(this.unitOfWork.reads, scope, query, period, WORST);
  }

  /** Declared trips of an enterprise beside the runs that its mixers' positions show. */
  async trackedRuns(
    scope: AccessScope,
    id: EnterpriseId,
    query: TrackedRunsQuery,
  ): Promise<RunRow[]> {
    const period = this.periodOf(query, MOST_TRACKED_DAYS);
    await this.enterprises.get(scope, id);
    return this.runs.ofEnterprise(this.unitOfWork.reads, id, period, query);
  }

  /** Vehicles without work, and plants, near a place: whoever could help in an emergency. */
  async idleNear(scope: AccessScope, { lng, lat, crs, radiusKm }: IdleQuery): Promise<IdleNear> {
    const near = toWgs84({ lng, lat }, crs);
    const now = this.clock.now();
    const { reads } = this.unitOfWork;
    const radiusM = radiusKm * M_PER_KM;
    const vehicles = await this.idle.vehicles(reads, scope, now, near, radiusM);
    const plants = await this.idle.plants(reads, scope, now, near, radiusM);
    return { vehicles, plants, now };
  }

  private periodOf(days: Days, mostDays: number): CityPeriod {
    return periodOf(days, mostDays, this.clock, this.timeZone);
  }
}
