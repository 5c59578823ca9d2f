import {
  EnterpriseQueries,
  type Plant,
  PlantQueries,
  type Vehicle,
  VehicleQueries,
} from '@tongyun/fleet';
import { type AccessScope, DomainError, type EnterpriseId } from '@tongyun/kernel';
import type { PlateColor } from '@tongyun/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RowValues } from '../rules/columns/column.js';

/** Finds what a row names, among what the importer may see. */
@Injectable()
export class NamedThings {
  constructor(
    private readonly enterprises: EnterpriseQueries,
    private readonly plants: PlantQueries,
    private readonly vehicles: VehicleQueries,
  ) {}

  /** The enterprise named; whoever works for one alone need not name it. */
  async enterpriseId(
    tx: EntityManager,
    scope: AccessScope,
    { enterprise }: RowValues,
  ): Promise<EnterpriseId | null> {
    const { enterpriseIds } = scope;
    if (typeof enterprise !== 'string') {
      const [only, ...others] = enterpriseIds === 'all' ? [] : enterpriseIds;
      return others.length === 0 ? (only ?? null) : null;
    }
    const named = await this.enterprises.findByName(scope, enterprise, tx);
    if (!named) throw new DomainError('ENTERPRISE_NOT_FOUND', `No enterprise ${enterprise}`);
    return named.id;
  }

  /** The same where there has to be one. */
  async neededEnterpriseId(
    tx: EntityManager,
    scope: AccessScope,
    values: RowValues,
  ): Promise<EnterpriseId> {
    const id = await this.enterpriseId(tx, scope, values);
    if (id === null) throw new DomainError('ENTERPRISE_REQUIRED', 'State the enterprise');
    return id;
  }

  /** The plant of an enterprise that has this name. */
  async plant(
    tx: EntityManager,
    scope: AccessScope,
    enterpriseId: EnterpriseId,
    name: RowValues[string] | undefined,
  ): Promise<Plant> {
    const plants = await this.plants.ofEnterprise(scope, enterpriseId, tx);
    const plant = plants.find((one) => one.name === name);
    if (!plant) throw new DomainError('PLANT_NOT_FOUND', 'No plant of this name');
    return plant;
  }

  /** The vehicle with the row's plate and colour, or with its equipment number. */
  async vehicle(tx: EntityManager, scope: AccessScope, values: RowValues): Promise<Vehicle> {
    const { plateNo, plateColor, equipmentNo } = values;
    const found =
      typeof plateNo === 'string'
        ? await this.vehicles.findByPlate(scope, plateNo, plateColor as PlateColor | null, tx)
        : await this.vehicles.findByEquipmentNo(scope, String(equipmentNo ?? ''), tx);
    const [vehicle, another] = found.filter(({ isProvisional }) => !isProvisional);
    if (!vehicle) {
      throw new DomainError('VEHICLE_NOT_FOUND', 'No vehicle has this plate or equipment number');
    }
    if (another) throw new DomainError('PLATE_AMBIGUOUS', 'Two vehicles have this plate');
    return vehicle;
  }
}
