import { createVehicleRequest } from '@tongyun/contracts';
import { CreateVehicleService, normalisePlate, StateVehicleHomeService } from '@tongyun/fleet';
import { type AccessScope, DomainError } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RowValues } from '../rules/columns/column.js';
import { NamedThings } from './named-things.js';
import { filled, fit, type RowEntry } from './row-entry.js';

@Injectable()
export class VehicleRows implements RowEntry {
  readonly kind = 'vehicles';
  readonly permission = 'vehicles.manage';

  constructor(
    private readonly createVehicle: CreateVehicleService,
    private readonly stateVehicleHome: StateVehicleHomeService,
    private readonly named: NamedThings,
  ) {}

  async enter(tx: EntityManager, scope: AccessScope, values: RowValues): Promise<void> {
    assertNamed(values);
    const ownerEnterpriseId = await this.named.enterpriseId(tx, scope, values);
    const { plateNo, homePlant } = values;
    const request = {
      ...filled(values),
      ...(typeof plateNo === 'string' ? { plateNo: normalisePlate(plateNo) } : {}),
      ownerEnterpriseId,
    };
    const { id } = await this.createVehicle.create(scope, fit(createVehicleRequest, request), tx);
    if (typeof homePlant !== 'string') return;
    const enterpriseId = await this.named.neededEnterpriseId(tx, scope, values);
    const plant = await this.named.plant(tx, scope, enterpriseId, homePlant);
    const home = { enterpriseId, homePlantId: plant.id, endPlantId: null };
    await this.stateVehicleHome.state(scope, id, home, tx);
  }
}

/** What the contract asks of a vehicle as a whole, said of the cell that is empty. */
function assertNamed({ kind, plateNo, plateColor, equipmentNo, drumCapacityM3 }: RowValues): void {
  const empty =
    kind === 'trailer_pump'
      ? { equipmentNo }
      : { plateNo, plateColor, ...(kind === 'mixer' ? { drumCapacityM3 } : {}) };
  const columns = Object.entries(empty)
    .filter(([, value]) => value === null)
    .map(([name]) => name);
  if (columns.length > 0) {
    throw new DomainError('INVALID_REQUEST', 'The vehicle is not wholly described', { columns });
  }
}
