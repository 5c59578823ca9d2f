import type { DrawZoneRequest } from '@tongyun/contracts';
import {
  type AccessScope,
  addMinutes,
  type Clock,
  CLOCK,
  DomainError,
  newId,
  type ZoneId,
} from '@tongyun/kernel';
import { Outbox, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ComplianceEvents } from './compliance.events.js';
import type { ZoneVersionEntity } from './data/zone-version.entity.js';
import { ZoneVersionRepository } from './data/zone-version.repository.js';
import { ZoneDrawings } from './zone-drawings.service.js';
import { ZoneQueries } from './zone-queries.service.js';

/** A decision is entered so long after it took effect at most, as a policy is. */
const MAY_BE_LATE_MIN = 60;

@Injectable()
export class DrawZoneService {
  constructor(
    private readonly zones: ZoneVersionRepository,
    private readonly drawings: ZoneDrawings,
    private readonly zoneQueries: ZoneQueries,
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Decides a new zone, or a new version of a known one; what held before stays on record, and in force for
   * the time that is over: nobody is judged anew.
   *
   * @param zoneId null for a new zone
   */
  async draw(
    scope: AccessScope,
    zoneId: ZoneId | null,
    request: DrawZoneRequest,
  ): Promise<ZoneVersionEntity> {
    const { effectiveFrom, reason } = request;
    return this.unitOfWork.run(async (tx) => {
      const version: ZoneVersionEntity = {
        ...(await this.drawings.read(tx, request)),
        ...(await this.nextVersion(tx, zoneId, effectiveFrom)),
        id: newId(),
        effectiveFrom,
        reason,
        decidedBy: scope.userId,
        decidedAt: this.clock.now(),
      };
      await this.zones.insert(tx, version);
      await this.outbox.publish<ComplianceEvents>(tx, {
        name: 'compliance.zones_changed',
        orderingKey: version.zoneId,
        payload: { zoneId: version.zoneId },
      });
      this.unitOfWork.onCommit(tx, () => this.zoneQueries.forget());
      return version;
    });
  }

  private async nextVersion(
    tx: EntityManager,
    zoneId: ZoneId | null,
    effectiveFrom: Date,
  ): Promise<{ zoneId: ZoneId; version: number }> {
    if (zoneId === null) return { zoneId: newId<ZoneId>(), version: 1 };
    const latest = await this.zones.lockLatest(tx, zoneId);
    if (!latest) throw new DomainError('ZONE_NOT_FOUND', `No zone ${zoneId}`, { zoneId });
    const now = this.clock.now();
    const since = await this.zones.inForceSince(tx, zoneId, now);
    // Before what holds now it would never be in force, though it was decided later.
    const earliest = laterOf(addMinutes(now, -MAY_BE_LATE_MIN), since);
    if (effectiveFrom < earliest) {
      throw new DomainError('ZONE_IN_THE_PAST', 'What was judged already keeps its zone', {
        effectiveFrom,
        earliest,
      });
    }
    return { zoneId, version: latest.version + 1 };
  }
}

const laterOf = (one: Date, other: Date | null): Date =>
  other !== null && other > one ? other : one;
