import { UserQueries } from '@tongyun/accounts';
import type { SetDurationRequest } from '@tongyun/contracts';
import { SiteQueries } from '@tongyun/deliveries';
import { EnterpriseQueries, PlantQueries } from '@tongyun/fleet';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  type EnterpriseId,
  newId,
  type PlantId,
  type SiteId,
} from '@tongyun/kernel';
import { assertUnchanged, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { DurationDecisionEntity } from './data/duration-decision.entity.js';
import { DurationDecisionRepository } from './data/duration-decision.repository.js';
import { isDurationKey, nameOf } from './rules/duration-key.js';
import { isPlausible, PLAUSIBLE } from './rules/observed-trip.js';

/** Lets a person's word hold instead of what was learnt. Earlier decisions stay on record. */
@Injectable()
export class DecideDurationService {
  constructor(
    private readonly enterprises: EnterpriseQueries,
    private readonly plants: PlantQueries,
    private readonly sites: SiteQueries,
    private readonly users: UserQueries,
    private readonly decisions: DurationDecisionRepository,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param ifMatch how many decisions on the key the asker saw, as an ETag */
  async decide(
    scope: AccessScope,
    request: SetDurationRequest,
    ifMatch: string | undefined,
  ): Promise<DurationDecisionEntity> {
    const { kind, plantId, siteId, placingMethod, hour, value, untilAt, reason } = request;
    const pourKind = request.pourKind ?? null;
    const enterpriseId = request.enterpriseId as EnterpriseId;
    const now = this.clock.now();
    const key = { kind, plantId, siteId, placingMethod, pourKind, hour };
    if (!isDurationKey(key)) {
      throw new DomainError('DURATION_KEY_INVALID', 'No plan asks for such a duration', key);
    }
    if (!isPlausible(kind, value)) {
      throw new DomainError('DURATION_VALUE_INVALID', 'No such duration can be', {
        value,
        ...PLAUSIBLE[kind],
      });
    }
    if (untilAt !== null && untilAt <= now) {
      throw new DomainError('DURATION_UNTIL_PAST', 'It would never hold', { untilAt });
    }
    await this.assertOwn(scope, enterpriseId, request);
    return this.add(scope, ifMatch, {
      enterpriseId,
      ...key,
      key: nameOf(key),
      plantId: plantId as PlantId | null,
      siteId: siteId as SiteId | null,
      value,
      untilAt,
      reason,
      decidedAt: now,
    });
  }

  /** What was learnt holds again. */
  async withdraw(scope: AccessScope, id: string, reason: string): Promise<DurationDecisionEntity> {
    const { reads } = this.unitOfWork;
    const decision = await this.decisions.find(reads, scope, id);
    if (!decision)
      throw new DomainError('DURATION_DECISION_NOT_FOUND', `No decision ${id}`, { id });
    const newest = await this.decisions.newestOf(reads, decision.enterpriseId, decision.key);
    if (newest?.id !== id || decision.value === null) {
      throw new DomainError('DURATION_DECISION_NOT_IN_FORCE', 'It does not hold any more', { id });
    }
    return this.add(scope, `"${decision.version}"`, {
      ...decision,
      value: null,
      untilAt: null,
      reason,
      decidedAt: this.clock.now(),
    });
  }

  private async add(
    scope: AccessScope,
    ifMatch: string | undefined,
    decision: Omit<DurationDecisionEntity, 'id' | 'version' | 'decidedBy' | 'byName'>,
  ): Promise<DurationDecisionEntity> {
    const { enterpriseId, key } = decision;
    const user = await this.users.find(scope, scope.userId);
    return this.unitOfWork.run(async (tx) => {
      const newest = await this.decisions.newestOf(tx, enterpriseId, key);
      const version = newest?.version ?? 0;
      assertUnchanged(ifMatch, { version }, { key, version });
      const row = {
        ...decision,
        id: newId<string>(),
        version: version + 1,
        decidedBy: scope.userId,
        byName: user?.displayName ?? '',
      };
      if (await this.decisions.add(tx, row)) return row;
      throw new DomainError('VERSION_CONFLICT', 'Somebody else has decided meanwhile', { key });
    });
  }

  private async assertOwn(
    scope: AccessScope,
    enterpriseId: EnterpriseId,
    { plantId, siteId }: SetDurationRequest,
  ): Promise<void> {
    await this.enterprises.get(scope, enterpriseId);
    const plant = plantId && (await this.plants.get(scope, plantId as PlantId));
    if (plant && plant.enterpriseId !== enterpriseId) {
      throw new DomainError('PLANT_NOT_FOUND', `No plant ${plantId}`, { id: plantId });
    }
    const site = siteId && (await this.sites.get(scope, siteId as SiteId));
    if (site && site.enterpriseId !== enterpriseId) {
      throw new DomainError('SITE_NOT_FOUND', `No site ${siteId}`, { id: siteId });
    }
  }
}
