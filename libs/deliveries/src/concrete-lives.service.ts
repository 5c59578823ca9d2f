import type { EnterpriseId } from '@tongyun/kernel';
import { PolicyQueries } from '@tongyun/policy';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ConcreteLifeLimits } from './rules/concrete-life.js';
import { findLifeLimits, lengthenLife } from './rules/life-by-temperature.js';
import { productOf } from './rules/product.js';

/** How long concrete or wet mortar of a grade lives that is batched at an instant. */
@Injectable()
export class ConcreteLives {
  constructor(private readonly policies: PolicyQueries) {}

  async limitsOf(
    load: {
      readonly grade: string;
      readonly enterpriseId: EnterpriseId;
      /** As its order states it; wet mortar has a limit of its own instead. */
      readonly retarderMin: number | null;
    },
    batchedAt: Date,
    tx?: EntityManager,
  ): Promise<ConcreteLifeLimits> {
    const scopes = [`enterprise:${load.enterpriseId}`];
    if (productOf(load.grade) === 'wet_mortar') return this.ofMortar(batchedAt, scopes, tx);
    const [limit, warn, air, table, longest] = [
      await this.policies.valueAt('concrete.discharge_within_min', batchedAt, scopes, tx),
      await this.policies.valueAt('concrete.warn_after_min', batchedAt, scopes, tx),
      await this.policies.valueAt('concrete.air_temperature_c', batchedAt, scopes, tx),
      await this.policies.valueAt('concrete.life_by_temperature', batchedAt, scopes, tx),
      await this.policies.valueAt('concrete.retarder_max_min', batchedAt, scopes, tx),
    ];
    const plain = { dischargeWithinMin: limit.value, warnAtMin: warn.value };
    const limits = findLifeLimits({ grade: load.grade, airC: air.value }, table.value, plain);
    return lengthenLife(limits, { retarderMin: load.retarderMin, limitMin: longest.value });
  }

  /** Wet mortar is retarded: neither the air nor its grade decides how long it lives. */
  private async ofMortar(
    batchedAt: Date,
    scopes: readonly string[],
    tx?: EntityManager,
  ): Promise<ConcreteLifeLimits> {
    const [limit, warn] = [
      await this.policies.valueAt('mortar.discharge_within_min', batchedAt, scopes, tx),
      await this.policies.valueAt('mortar.warn_after_min', batchedAt, scopes, tx),
    ];
    return { dischargeWithinMin: limit.value, warnAtMin: warn.value };
  }
}
