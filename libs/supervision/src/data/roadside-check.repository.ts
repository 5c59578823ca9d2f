import type { UserId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { RoadsideCheckEntity } from './roadside-check.entity.js';

/** The questions on record; nothing here changes or removes a row. */
@Injectable()
export class RoadsideCheckRepository {
  async insert(manager: EntityManager, row: RoadsideCheckEntity): Promise<void> {
    await manager.insert(RoadsideCheckEntity, row);
  }

  /** The badge of the officer who asks; read from the accounts' table. */
  async badgeOf(manager: EntityManager, userId: UserId): Promise<string | null> {
    const rows: { badge_no: string | null }[] = await manager.query(
      'SELECT badge_no FROM app_user WHERE id = $1',
      [userId],
    );
    return rows[0]?.badge_no ?? null;
  }
}
