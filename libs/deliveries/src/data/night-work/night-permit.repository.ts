import type { Interval, SiteId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import { type EntityManager, LessThan, MoreThan } from 'typeorm';
import { NightPermitEntity } from './night-permit.entity.js';

/** Permits for work at night. Whose the site is is asked before. */
@Injectable()
export class NightPermitRepository {
  /** Those of a site that hold within some time, the first to begin first. */
  within(
    manager: EntityManager,
    siteId: SiteId,
    { from, to }: Interval,
  ): Promise<NightPermitEntity[]> {
    return manager.find(NightPermitEntity, {
      where: { siteId, validFrom: LessThan(to), validTo: MoreThan(from) },
      order: { validFrom: 'ASC', id: 'ASC' },
    });
  }

  async insert(manager: EntityManager, row: NightPermitEntity): Promise<void> {
    await manager.insert(NightPermitEntity, row);
  }
}
