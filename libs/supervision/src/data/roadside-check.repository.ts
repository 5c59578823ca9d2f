import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RoadsideCheckEntity } from './roadside-check.entity.js';

/** A question as it is put on record; the officer's badge is looked up in writing it. */
export type AskedCheck = Omit<RoadsideCheckEntity, 'badgeNo'>;

/** The questions on record; nothing here changes or removes a row. */
@Injectable()
export class RoadsideCheckRepository {
  async insert(manager: EntityManager, checks: readonly AskedCheck[]): Promise<void> {
    await manager.query(`SELECT keep_roadside_checks($1)`, [JSON.stringify(checks)]);
  }
}
