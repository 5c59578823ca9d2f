import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RoadsideCheckEntity } from './roadside-check.entity.js';

/** The questions on record; nothing here changes or removes a row. */
@Injectable()
export class RoadsideCheckRepository {
  /** An officer's own badge is looked up in writing. */
  async insert(manager: EntityManager, checks: readonly RoadsideCheckEntity[]): Promise<void> {
    await manager.query(`SELECT keep_roadside_checks($1)`, [JSON.stringify(checks)]);
  }
}
