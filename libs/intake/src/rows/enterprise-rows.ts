import { createEnterpriseRequest } from '@tongyun/contracts';
import { CreateEnterpriseService } from '@tongyun/fleet';
import type { AccessScope } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RowValues } from '../rules/columns/column.js';
import { filled, fit, type RowEntry } from './row-entry.js';

@Injectable()
export class EnterpriseRows implements RowEntry {
  readonly kind = 'enterprises';
  readonly permission = 'enterprises.manage';

  constructor(private readonly createEnterprise: CreateEnterpriseService) {}

  async enter(tx: EntityManager, scope: AccessScope, values: RowValues): Promise<void> {
    await this.createEnterprise.create(scope, fit(createEnterpriseRequest, filled(values)), tx);
  }
}
