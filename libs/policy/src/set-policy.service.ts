import {
  type AccessScope,
  addMinutes,
  type Clock,
  CLOCK,
  DomainError,
  newId,
} from '@tongyun/kernel';
import { Outbox, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import { PolicyValueEntity } from './data/policy-value.entity.js';
import { PolicyValueRepository } from './data/policy-value.repository.js';
import type { PolicyEvents } from './policy.events.js';
import { PolicyQueries } from './policy-queries.service.js';
import { type Confidence, isPolicyKey, POLICY_KEYS } from './rules/policy-keys.js';
import { isScope } from './rules/value-in-force.js';

/** A decision holds from now on; the clock of whoever decides may be a little behind. */
const MAY_BE_LATE_MIN = 60;

export interface PolicyDecision {
  readonly key: string;
  readonly scope: string;
  readonly value?: unknown;
  readonly effectiveFrom: Date;
  readonly source: string;
  readonly confidence: Confidence;
  readonly reason: string;
}

@Injectable()
export class SetPolicyService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly values: PolicyValueRepository,
    private readonly policies: PolicyQueries,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Adds a decision; the earlier ones stay, and keep holding for their time. */
  async set(scope: AccessScope, decision: PolicyDecision): Promise<PolicyValueEntity> {
    this.assertSound(decision);
    return this.unitOfWork.run(async (tx) => {
      const { key, scope: of } = decision;
      const version = (await this.values.lastVersion(tx, key, of)) + 1;
      const row = Object.assign(new PolicyValueEntity(), {
        ...decision,
        id: newId<string>(),
        version,
        decidedBy: scope.userId,
        decidedAt: this.clock.now(),
      });
      await this.values.add(tx, row);
      await this.outbox.publish<PolicyEvents>(tx, {
        name: 'policy.set',
        orderingKey: key,
        payload: { key, scope: of, version },
      });
      this.unitOfWork.onCommit(tx, () => this.policies.forget());
      return row;
    });
  }

  private assertSound({ key, scope, value, effectiveFrom }: PolicyDecision): void {
    if (!isPolicyKey(key)) {
      throw new DomainError('POLICY_KEY_UNKNOWN', 'There is no such policy', { key });
    }
    if (!isScope(scope)) {
      throw new DomainError('POLICY_SCOPE_INVALID', 'The scope is not well formed', { scope });
    }
    const read = POLICY_KEYS[key].schema.safeParse(value);
    if (!read.success) {
      const issues = read.error.issues.map(({ message }) => message);
      throw new DomainError('POLICY_VALUE_INVALID', 'The value does not fit', { key, issues });
    }
    const earliest = addMinutes(this.clock.now(), -MAY_BE_LATE_MIN);
    if (effectiveFrom < earliest) {
      throw new DomainError('POLICY_IN_THE_PAST', 'What was judged already keeps its rule', {
        effectiveFrom,
        earliest,
      });
    }
  }
}
