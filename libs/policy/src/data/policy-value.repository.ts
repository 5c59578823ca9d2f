import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PolicyValueEntity } from './policy-value.entity.js';

@Injectable()
export class PolicyValueRepository {
  all(manager: EntityManager): Promise<PolicyValueEntity[]> {
    return manager.find(PolicyValueEntity, { order: { key: 'ASC', scope: 'ASC', version: 'ASC' } });
  }

  async lastVersion(manager: EntityManager, key: string, scope: string): Promise<number> {
    return (await manager.maximum(PolicyValueEntity, 'version', { key, scope })) ?? 0;
  }

  async add(manager: EntityManager, value: PolicyValueEntity): Promise<void> {
    await manager.insert(PolicyValueEntity, value as object);
  }
}
