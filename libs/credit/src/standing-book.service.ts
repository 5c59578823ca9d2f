import { type Enterprise, SetEnterpriseStandingService } from '@tongyun/fleet';
import { type Clock, CLOCK } from '@tongyun/kernel';
import { PolicyQueries } from '@tongyun/policy';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CreditDecisionEntity } from './data/credit-decision.entity.js';
import { findStanding, isLeaveInForce } from './rules/credit-standing.js';

/** Sets on an enterprise what its decisions come to by the policy in force, in the caller's transaction. */
@Injectable()
export class StandingBook {
  constructor(
    private readonly standings: SetEnterpriseStandingService,
    private readonly policies: PolicyQueries,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param decisions all of the enterprise's, oldest first
   * @returns whether anything of it is another than before
   */
  async set(
    tx: EntityManager,
    { id, district, ...before }: Enterprise,
    decisions: readonly CreditDecisionEntity[],
  ): Promise<boolean> {
    const now = this.clock.now();
    const scopes = [`enterprise:${id}`, `district:${district}`];
    const bars = await this.policies.valueAt('credit.barred_after_failed_years', now, scopes, tx);
    const effects = await this.policies.valueAt('credit.effects', now, scopes, tx);
    const { grade: creditGrade, isBarred } = findStanding(decisions, bars.value);
    const areOrdersBlocked =
      creditGrade !== null && effects.value[creditGrade].blocksOrders && !isLeaveInForce(decisions);
    const isSame =
      before.creditGrade === creditGrade &&
      before.isBarred === isBarred &&
      before.areOrdersBlocked === areOrdersBlocked;
    if (!isSame) await this.standings.setIn(tx, id, { creditGrade, isBarred, areOrdersBlocked });
    return !isSame;
  }
}
