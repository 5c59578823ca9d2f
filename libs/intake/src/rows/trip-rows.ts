import { declareTripRequest } from '@tongyun/contracts';
import { normalisePlate } from '@tongyun/fleet';
import type { AccessScope } from '@tongyun/kernel';
import { DeclareTripsService } from '@tongyun/oversight';
import { TIME_ZONE } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RowValues } from '../rules/columns/column.js';
import { NamedThings } from './named-things.js';
import { filled, fit, instantOfCell, type RowEntry } from './row-entry.js';

@Injectable()
export class TripRows implements RowEntry {
  readonly kind = 'trips';
  readonly permission = 'trips.declare';

  constructor(
    private readonly declareTrips: DeclareTripsService,
    private readonly named: NamedThings,
    @Inject(TIME_ZONE) private readonly timeZone: string,
  ) {}

  async enter(tx: EntityManager, scope: AccessScope, values: RowValues): Promise<void> {
    const enterpriseId = await this.named.neededEnterpriseId(tx, scope, values);
    const plant = await this.named.plant(tx, scope, enterpriseId, values['plant']);
    const trip = fit(declareTripRequest, {
      ...filled(values),
      enterpriseId,
      plantId: plant.id,
      plateNo: normalisePlate(String(values['plateNo'])),
      leftPlantAt: instantOfCell(values['leftPlantAt'], this.timeZone),
      dischargedAt: instantOfCell(values['dischargedAt'], this.timeZone),
    });
    await this.declareTrips.declare(scope, [trip], tx);
  }
}
