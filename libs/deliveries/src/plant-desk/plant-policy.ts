import type { EnterpriseId, PlantId } from '@tongyun/kernel';
import { PolicyQueries } from '@tongyun/policy';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { LoadHolds, QueueOrder } from '../rules/plant-desk/plant-queue.js';

/** What holds at a plant's desk. */
export interface PlantRules extends LoadHolds {
  readonly queueOrder: QueueOrder;
  readonly aheadMin: number;
  readonly toleranceM3: number;
}

/** Reads the policy values of a plant's desk. */
@Injectable()
export class PlantPolicy {
  constructor(private readonly policies: PolicyQueries) {}

  async at(
    plant: { readonly id: PlantId; readonly enterpriseId: EnterpriseId },
    now: Date,
    tx?: EntityManager,
  ): Promise<PlantRules> {
    const scopes = [`plant:${plant.id}`, `enterprise:${plant.enterpriseId}`];
    const queueOrder = await this.policies.valueAt('plant.queue_order', now, scopes, tx);
    const holdsForSite = await this.policies.valueAt('plant.holds_for_site', now, scopes, tx);
    const holdsForPump = await this.policies.valueAt('plant.holds_for_pump', now, scopes, tx);
    const ahead = await this.policies.valueAt('plant.queue_ahead_min', now, scopes, tx);
    const tolerance = await this.policies.valueAt('batching.volume_tolerance_m3', now, scopes, tx);
    return {
      queueOrder: queueOrder.value,
      holdsForSite: holdsForSite.value,
      holdsForPump: holdsForPump.value,
      aheadMin: ahead.value,
      toleranceM3: tolerance.value,
    };
  }
}
