import type { Plant } from '@tongyun/fleet';
import { PolicyQueries } from '@tongyun/policy';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** What holds for a plant's laboratory. */
export interface LaboratoryRules {
  readonly mustKnowMaterials: boolean;
  readonly targetPct: number;
}

/** Reads the policy values of a plant's laboratory. */
@Injectable()
export class LaboratoryPolicy {
  constructor(private readonly policies: PolicyQueries) {}

  async at(
    plant: Pick<Plant, 'id' | 'enterpriseId'>,
    now: Date,
    tx?: EntityManager,
  ): Promise<LaboratoryRules> {
    const scopes = [`plant:${plant.id}`, `enterprise:${plant.enterpriseId}`];
    const mustKnow = await this.policies.valueAt('quality.must_know_materials', now, scopes, tx);
    const target = await this.policies.valueAt('quality.strength_target_pct', now, scopes, tx);
    return { mustKnowMaterials: mustKnow.value, targetPct: target.value };
  }
}
