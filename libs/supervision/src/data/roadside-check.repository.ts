import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RoadsideCheckEntity } from './roadside-check.entity.js';

/** A question as it is put on record; an officer's own badge is looked up in writing it. */

/** The questions on record; nothing here changes or removes a row. */
@Injectable()
export class RoadsideCheckRepository {
  async insert(manager: EntityManager, checks: readonly RoadsideCheckEntity[]): Promise<void> {
    await manager.query(`SELECT keep_roadside_checks($1)`, [JSON.stringify(checks)]);
  }
}
