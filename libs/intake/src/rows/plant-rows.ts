import { createPlantRequest } from '@tongyun/contracts';
import { CreatePlantService } from '@tongyun/fleet';
import { toWgs84 } from '@tongyun/geo';
import type { AccessScope } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RowValues } from '../rules/columns/column.js';
import { NamedThings } from './named-things.js';
import {
  crsOf,
  type FileSetting,
  filled,
  fit,
  isOnGlobe,
  neededCrsOf,
  type RowEntry,
  type RowPlace,
} from './row-entry.js';

@Injectable()
export class PlantRows implements RowEntry {
  readonly kind = 'plants';
  readonly permission = 'plants.manage';

  constructor(
    private readonly createPlant: CreatePlantService,
    private readonly named: NamedThings,
  ) {}

  async enter(
    tx: EntityManager,
    scope: AccessScope,
    values: RowValues,
    setting: FileSetting,
  ): Promise<void> {
    const crs = neededCrsOf(values, setting);
    const enterpriseId = await this.named.neededEnterpriseId(tx, scope, values);
    const { lng, lat } = values;
    const request = { ...filled(values), enterpriseId, position: { lng, lat, crs } };
    await this.createPlant.create(scope, fit(createPlantRequest, request), tx);
  }

  placesOf(values: RowValues, setting: FileSetting): readonly RowPlace[] {
    const { name, lng, lat } = values;
    const crs = crsOf(values, setting);
    const isPlaced = typeof lng === 'number' && typeof lat === 'number' && crs !== null;
    if (!isPlaced || !isOnGlobe(lng, lat)) return [];
    return [{ name: String(name ?? ''), position: toWgs84({ lng, lat }, crs) }];
  }
}
