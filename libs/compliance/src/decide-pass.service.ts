import type { DecidePassRequest } from '@tongyun/contracts';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  newId,
  type PassId,
} from '@tongyun/kernel';
import { assertUnchanged, Outbox, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { ComplianceEvents } from './compliance.events.js';
import { ComplianceDecisionRepository } from './data/compliance-decision.repository.js';
import type { RoadPassEntity } from './data/road-pass.entity.js';
import { RoadPassRepository } from './data/road-pass.repository.js';
import { PassQueries } from './pass-queries.service.js';
import { mayPassBecome } from './rules/pass-state.js';

@Injectable()
export class DecidePassService {
  constructor(
    private readonly passes: RoadPassRepository,
    private readonly passQueries: PassQueries,
    private readonly decisions: ComplianceDecisionRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Suspends, revokes or restores a pass and records who did so and why.
   *
   * @param ifMatch the version that the decider saw, as an entity tag
   */
  decide(
    scope: AccessScope,
    id: PassId,
    { state, reason }: DecidePassRequest,
    ifMatch: string | undefined,
  ): Promise<RoadPassEntity> {
    return this.unitOfWork.run(async (tx) => {
      await this.passQueries.get(scope, id, tx);
      const pass = (await this.passes.lock(tx, id))!;
      assertUnchanged(ifMatch, pass, pass);
      if (!mayPassBecome(pass.state, state)) {
        throw new DomainError('PASS_STEP_INVALID', `${state} does not follow on ${pass.state}`, {
          from: pass.state,
          to: state,
        });
      }
      const before = { ...pass };
      const saved = await this.passes.save(tx, Object.assign(pass, { state }));
      await this.decisions.insert(tx, {
        id: newId(),
        subjectKind: 'pass',
        subjectId: id,
        fromState: before.state,
        toState: state,
        reason,
        before,
        decidedBy: scope.userId,
        decidedAt: this.clock.now(),
      });
      await this.outbox.publish<ComplianceEvents>(tx, {
        name: 'compliance.vehicle_changed',
        orderingKey: pass.vehicleId,
        payload: { vehicleId: pass.vehicleId },
      });
      return saved;
    });
  }
}
