import type { ChangeEnterpriseModeRequest } from '@tongyun/contracts';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  type EnterpriseId,
  newId,
} from '@tongyun/kernel';
import { assertUnchanged, Outbox, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EnterpriseEntity } from './data/enterprise.entity.js';
import { EnterpriseModeRepository } from './data/enterprise-mode.repository.js';
import { EnterpriseQueries } from './enterprise-queries.service.js';
import type { FleetEvents } from './fleet.events.js';

@Injectable()
export class ChangeEnterpriseModeService {
  constructor(
    private readonly modes: EnterpriseModeRepository,
    private readonly enterprises: EnterpriseQueries,
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Changes from now on how an enterprise takes part: it plans here, declares its trips, or is
   * followed by positions only.
   *
   * @param ifMatch the request's `If-Match`: the version that was decided upon
   */
  change(
    scope: AccessScope,
    enterpriseId: EnterpriseId,
    { mode, reason }: ChangeEnterpriseModeRequest,
    ifMatch: string | undefined,
  ): Promise<EnterpriseEntity> {
    return this.unitOfWork.run(async (tx) => {
      await this.enterprises.get(scope, enterpriseId, tx);
      const enterprise = await this.modes.lock(tx, enterpriseId);
      assertUnchanged(ifMatch, enterprise, enterprise);
      if (enterprise.mode === mode) {
        throw new DomainError('ENTERPRISE_MODE_UNCHANGED', `Its mode is ${mode} already`, { mode });
      }
      const changed = await this.modes.change(tx, enterprise, {
        id: newId<string>(),
        enterpriseId,
        fromMode: enterprise.mode,
        toMode: mode,
        reason,
        decidedBy: scope.userId,
        decidedAt: this.clock.now(),
      });
      await this.outbox.publish<FleetEvents>(tx, {
        name: 'fleet.enterprise_changed',
        orderingKey: enterpriseId,
        payload: { enterpriseId },
      });
      return changed;
    });
  }
}
