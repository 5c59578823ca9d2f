import { createDriverRequest } from '@tongyun/contracts';
import { CreateDriverService } from '@tongyun/fleet';
import type { AccessScope } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RowValues } from '../rules/columns/column.js';
import { NamedThings } from './named-things.js';
import { filled, fit, type RowEntry } from './row-entry.js';

@Injectable()
export class DriverRows implements RowEntry {
  readonly kind = 'drivers';
  readonly permission = 'drivers.manage';

  constructor(
    private readonly createDriver: CreateDriverService,
    private readonly named: NamedThings,
  ) {}

  async enter(tx: EntityManager, scope: AccessScope, values: RowValues): Promise<void> {
    const enterpriseId = await this.named.neededEnterpriseId(tx, scope, values);
    const request = fit(createDriverRequest, { ...filled(values), enterpriseId });
    await this.createDriver.create(scope, request, tx);
  }
}
