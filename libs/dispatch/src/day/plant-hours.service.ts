import type { PlantHoursView, SetPlantHoursRequest } from '@tongyun/contracts';
import { type Plant, PlantQueries } from '@tongyun/fleet';
import { type AccessScope, type Clock, CLOCK, type PlantId } from '@tongyun/kernel';
import { PolicyQueries, SetPolicyService } from '@tongyun/policy';
import { Inject, Injectable } from '@nestjs/common';

/** When a plant loads: as was stated for it, else as its enterprise's policy says. */
@Injectable()
export class PlantHours {
  constructor(
    private readonly plants: PlantQueries,
    private readonly policies: PolicyQueries,
    private readonly setPolicy: SetPolicyService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async get(scope: AccessScope, id: PlantId): Promise<PlantHoursView> {
    return this.at(await this.plants.get(scope, id), this.clock.now());
  }

  /** A decision of policy for this plant alone, from now on. */
  async set(
    scope: AccessScope,
    id: PlantId,
    { hours, reason }: SetPlantHoursRequest,
  ): Promise<PlantHoursView> {
    const plant = await this.plants.get(scope, id);
    await this.setPolicy.set(scope, {
      key: 'plant.loading_hours',
      scope: scopeOf(plant),
      value: hours,
      effectiveFrom: this.clock.now(),
      source: plant.name,
      confidence: 'decided',
      reason,
    });
    return this.at(plant, this.clock.now());
  }

  /** What holds for a plant at an instant. */
  async at(plant: Pick<Plant, 'id' | 'enterpriseId'>, at: Date): Promise<PlantHoursView> {
    const scopes = [scopeOf(plant), `enterprise:${plant.enterpriseId}`];
    const stated = await this.policies.valueAt('plant.loading_hours', at, scopes);
    if (stated.value.length > 0) {
      const isOwn = stated.version.startsWith(`${scopeOf(plant)}/`);
      return { plantId: plant.id, hours: stated.value, isOwn };
    }
    const [opens, closes] = [
      await this.policies.valueAt('plan.plant_opens_hour', at, scopes),
      await this.policies.valueAt('plan.plant_closes_hour', at, scopes),
    ];
    const hours = [{ fromHour: opens.value, toHour: closes.value }];
    return { plantId: plant.id, hours, isOwn: false };
  }
}

const scopeOf = ({ id }: Pick<Plant, 'id'>): string => `plant:${id}`;
