import { GatheredCalls, type OwnConnection, UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { RoadsideCheckEntity } from './data/roadside-check.entity.js';
import { RoadsideCheckRepository } from './data/roadside-check.repository.js';

/**
 * Puts questions on record. Those that come while others are being written are committed together, so that a city's
 * officers do not wait for a disk write each.
 */
@Injectable()
export class RoadsideRecord {
  private readonly connection: OwnConnection;
  private readonly kept = new GatheredCalls<RoadsideCheckEntity, string>(
    async (checks) => {
      await this.checks.insert(this.connection.manager, checks);
      return checks.map(({ id }) => id);
    },
    { mostAtOnce: 200, apartMs: 0 },
  );

  constructor(
    private readonly checks: RoadsideCheckRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {
    this.connection = unitOfWork.ownConnection();
  }

  /** Resolves once the question is committed; until then its answer must not be given. */
  async keep(check: RoadsideCheckEntity): Promise<void> {
    await this.kept.call(check);
  }

  /** Those of one request, all of them or none. */
  async keepAll(checks: readonly RoadsideCheckEntity[]): Promise<void> {
    if (checks.length > 0) await this.checks.insert(this.unitOfWork.singleStatement, checks);
  }
}
