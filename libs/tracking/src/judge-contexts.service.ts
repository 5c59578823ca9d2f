import { FactsQueries, ZoneQueries } from '@tongyun/compliance';
import { EnterpriseQueries, PlantQueries } from '@tongyun/fleet';
import { type Clock, CLOCK, type PlantId, secondsBetween, SYSTEM_SCOPE } from '@tongyun/kernel';
import type { VehicleId } from '@tongyun/kernel';
import type { VehicleFact } from '@tongyun/permission';
import { TIME_ZONE } from '@tongyun/platform';
import { PolicyQueries } from '@tongyun/policy';
import { Inject, Injectable } from '@nestjs/common';
import { loadJudgePolicy } from './judge-policy.js';
import type { EnterpriseMode, JudgeContext, JudgePolicy, PlantRange } from './rules/context.js';
import type { Fence } from './rules/inputs.js';
import { ZoneMaps } from './zone-maps.js';

/** Who works how, and where their plants are, as it is now. */
interface Works {
  readonly plants: ReadonlyMap<string, readonly Fence[]>;
  readonly modes: ReadonlyMap<string, EnterpriseMode>;
  readonly loadedAt: Date;
}

/** What is in force at one minute: limits and zones are decided for minutes, not for seconds. */
interface Moment {
  readonly ranges: Map<string, PlantRange | null>;
  /** What every vehicle is judged on; only the vehicle itself is still missing. */
  readonly context: Omit<JudgeContext, 'vehicleId' | 'vehicle'>;
  readonly loadedAt: Date;
}

const MS_PER_MINUTE = 60_000;
const NO_PLANTS: readonly Fence[] = [];
/** A decision made in another process is seen after this time at the latest. */
const FRESH_FOR_SEC = 30;
const MOST_MOMENTS = 5_000;
const MOST_VEHICLES = 20_000;

const minuteOf = (at: Date): number => Math.floor(at.getTime() / MS_PER_MINUTE);

/** The facts that inputs are judged on, kept in memory and loaded before the steps run. */
@Injectable()
export class JudgeContexts {
  private works: Works | null = null;
  /** What was given out last, and of which moment. */
  private last: { readonly moment: Moment; readonly given: JudgeContext } | null = null;
  private readonly moments = new Map<number, Moment>();
  private readonly facts = new Map<VehicleId, VehicleFact | null>();
  private readonly zoneMaps = new ZoneMaps();

  constructor(
    private readonly factsQueries: FactsQueries,
    private readonly zoneQueries: ZoneQueries,
    private readonly plants: PlantQueries,
    private readonly enterprises: EnterpriseQueries,
    private readonly policies: PolicyQueries,
    @Inject(TIME_ZONE) private readonly timeZone: string,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Loads what judging at these instants needs; `contextAt` answers from memory afterwards. */
  async load(needs: {
    readonly ats: readonly Date[];
    readonly vehicleIds: readonly VehicleId[];
    readonly plantIds: readonly string[];
  }): Promise<void> {
    if (this.moments.size >= MOST_MOMENTS) this.moments.clear();
    const minutes = new Map<number, Date>();
    for (const at of needs.ats) minutes.set(minuteOf(at), at);
    for (const [minute, at] of minutes) {
      const moment = await this.momentOf(minute, at);
      await this.loadRanges(moment, needs.plantIds, at);
    }
    await this.loadFacts(needs.vehicleIds);
  }

  /** @param vehicle the facts to judge on; `factsOf` has those in force now */
  contextAt(vehicleId: VehicleId, vehicle: VehicleFact | null, at: Date): JudgeContext {
    const moment = this.loadedAt(at);
    const { last } = this;
    // Fixes of a vehicle come in rows, several a minute: they share their context.
    if (
      last?.moment === moment &&
      last.given.vehicleId === vehicleId &&
      last.given.vehicle === vehicle
    ) {
      return last.given;
    }
    const { policy, zones, timeZone, rangeOf, plantsOf, modeOf } = moment.context;
    const given = { vehicleId, vehicle, policy, zones, timeZone, rangeOf, plantsOf, modeOf };
    this.last = { moment, given };
    return given;
  }

  /** The thresholds in force at an instant that is loaded. */
  policyAt(at: Date): JudgePolicy {
    return this.loadedAt(at).context.policy;
  }

  factsOf(vehicleId: VehicleId): VehicleFact | null {
    return this.facts.get(vehicleId) ?? null;
  }

  /** Takes over facts that were judged on, once that is written. */
  remember(vehicleId: VehicleId, facts: VehicleFact | null): void {
    this.facts.set(vehicleId, facts);
  }

  /** Forgets limits, zones and ranges: something was decided. */
  forgetDecisions(): void {
    this.moments.clear();
    this.works = null;
  }

  /** Forgets everything, after a write that failed. */
  forget(): void {
    this.moments.clear();
    this.works = null;
    this.facts.clear();
  }

  private loadedAt(at: Date): Moment {
    const moment = this.moments.get(minuteOf(at));
    if (!moment) throw new Error(`nothing is loaded for ${at.toISOString()}`);
    return moment;
  }

  private async momentOf(minute: number, at: Date): Promise<Moment> {
    const now = this.clock.now();
    const known = this.moments.get(minute);
    if (known && secondsBetween(known.loadedAt, now) < FRESH_FOR_SEC) return known;
    const ranges: Moment['ranges'] = new Map();
    const policy = await loadJudgePolicy(this.policies, at);
    const zones = this.zoneMaps.of(await this.zoneQueries.inForce(at));
    const { plants, modes } = await this.worksNow(now);
    const moment: Moment = {
      ranges,
      context: {
        policy,
        zones,
        timeZone: this.timeZone,
        rangeOf: (plantId) => ranges.get(plantId) ?? null,
        plantsOf: (enterpriseId) => plants.get(enterpriseId) ?? NO_PLANTS,
        modeOf: (enterpriseId) => modes.get(enterpriseId) ?? null,
      },
      loadedAt: now,
    };
    this.moments.set(minute, moment);
    return moment;
  }

  private async worksNow(now: Date): Promise<Works> {
    if (this.works !== null && secondsBetween(this.works.loadedAt, now) < FRESH_FOR_SEC) {
      return this.works;
    }
    const plants = new Map<string, Fence[]>();
    for (const { id, enterpriseId, position, fenceRadiusM } of await this.plants.all(
      SYSTEM_SCOPE,
    )) {
      const { lng, lat } = position;
      const fences = plants.get(enterpriseId) ?? [];
      plants.set(enterpriseId, [...fences, { id, lng, lat, radiusM: fenceRadiusM }]);
    }
    const enterprises = await this.enterprises.all(SYSTEM_SCOPE);
    const modes = new Map(enterprises.map(({ id, mode }) => [id as string, mode]));
    this.works = { plants, modes, loadedAt: now };
    return this.works;
  }

  private async loadRanges(
    { ranges }: Moment,
    plantIds: readonly string[],
    at: Date,
  ): Promise<void> {
    const missing = [...new Set(plantIds)].filter((id) => !ranges.has(id)) as PlantId[];
    if (missing.length === 0) return;
    const inForce = await this.plants.rangesAt(missing, at);
    for (const id of missing) {
      const range = inForce.get(id);
      if (range === undefined) {
        ranges.set(id, null);
        continue;
      }
      const { position } = await this.plants.get(SYSTEM_SCOPE, id);
      const { radiusM, area } = range;
      const { lng, lat } = position;
      ranges.set(id, { plantId: id, lng, lat, radiusM, area, version: range.id });
    }
  }

  private async loadFacts(vehicleIds: readonly VehicleId[]): Promise<void> {
    if (this.facts.size >= MOST_VEHICLES) this.facts.clear();
    const missing = vehicleIds.filter((id) => !this.facts.has(id));
    if (missing.length === 0) return;
    const found = await this.factsQueries.vehicleFacts(SYSTEM_SCOPE, missing);
    for (const id of missing) this.facts.set(id, null);
    for (const fact of found) this.facts.set(fact.vehicleId as VehicleId, fact);
  }
}
