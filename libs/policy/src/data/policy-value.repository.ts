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

  async add(manager: EntityManager, decided: PolicyValueEntity): Promise<void> {
    // No value, as one may decide, is a value too: left to the driver it would be a missing column.
    const value = decided.value === null ? () => `'null'::jsonb` : decided.value;
    await manager.insert(PolicyValueEntity, { ...decided, value } as object);
  }
}
