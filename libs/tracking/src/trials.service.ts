import { TryZonesService } from '@tongyun/compliance';
import { assertJudgeableRange, PlantQueries } from '@tongyun/fleet';
import { type PlantId, SYSTEM_SCOPE } from '@tongyun/kernel';
import { PolicyQueries } from '@tongyun/policy';
import { Injectable } from '@nestjs/common';
import { loadJudgePolicy } from './judge-policy.js';
import type { JudgeContext, JudgePolicy, PlantRange } from './rules/context.js';
import { type TriedRules, withTriedPolicies } from './tried-rules.js';
import { ZoneMaps } from './zone-maps.js';

const MS_PER_MINUTE = 60_000;
/** Names in an alert the rule that was tried. */
const TRIED = 'tried';

/** A context with what is tried in place of what was in force at that instant. */
export type Trial = (context: JudgeContext, at: Date) => Promise<JudgeContext>;

@Injectable()
export class Trials {
  constructor(
    private readonly policies: PolicyQueries,
    private readonly tryZones: TryZonesService,
    private readonly plants: PlantQueries,
  ) {}

  /** Writes nothing, and nobody else judges by it. Refuses zones and ranges that could not be decided. */
  async prepare(rules: TriedRules): Promise<Trial> {
    const policyAt = this.policyReader(rules.policies);
    const zonesAt = rules.zones.length === 0 ? null : await this.tryZones.prepare(rules.zones);
    const ranges = await this.rangesOf(rules.supplyRanges);
    const zoneMaps = new ZoneMaps();
    return async (context, at) => ({
      ...context,
      policy: await policyAt(at),
      zones: zonesAt === null ? context.zones : zoneMaps.of(await zonesAt(at)),
      rangeOf: (plantId) => ranges.get(plantId) ?? context.rangeOf(plantId),
    });
  }

  private async rangesOf(
    tried: TriedRules['supplyRanges'],
  ): Promise<ReadonlyMap<string, PlantRange>> {
    const ranges = new Map<string, PlantRange>();
    for (const range of tried) {
      assertJudgeableRange(range);
      const { plantId, radiusM, area } = range;
      const { lng, lat } = (await this.plants.get(SYSTEM_SCOPE, plantId as PlantId)).position;
      ranges.set(plantId, { plantId, lng, lat, radiusM, area, version: TRIED });
    }
    return ranges;
  }

  /** Limits are decided for minutes. */
  private policyReader(tried: TriedRules['policies']): (at: Date) => Promise<JudgePolicy> {
    const policies = withTriedPolicies(this.policies, tried);
    const known = new Map<number, JudgePolicy>();
    return async (at) => {
      const minute = Math.floor(at.getTime() / MS_PER_MINUTE);
      const policy = known.get(minute) ?? (await loadJudgePolicy(policies, at));
      known.set(minute, policy);
      return policy;
    };
  }
}
