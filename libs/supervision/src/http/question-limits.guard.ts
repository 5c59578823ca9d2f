import { AttemptCounter } from '@tongyun/accounts';
import { checkPlatesRequest } from '@tongyun/contracts';
import { type AccessScope, type Clock, CLOCK, DomainError } from '@tongyun/kernel';
import { assertNoWait, carrierOf } from '@tongyun/platform';
import { PolicyQueries } from '@tongyun/policy';
import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { ASKS_OF_MANY } from './asks-of-many.decorator.js';

/**
 * Holds an officer, and an agency, to so many questions a minute: nobody reads the register out
 * plate by plate. Counts in this process alone, which is the only one that answers them
 * (`docs/architecture.md`).
 */
@Injectable()
export class QuestionLimitsGuard implements CanActivate {
  private readonly questions = new AttemptCounter();

  constructor(
    private readonly reflector: Reflector,
    private readonly policies: PolicyQueries,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { scope } = carrierOf<AccessScope>(context);
    if (!scope) throw new DomainError('NOT_SIGNED_IN', 'Sign in first');
    const plates = this.platesIn(context);
    const waitSec = await this.waitSecOf(scope, plates);
    assertNoWait(context, waitSec);
    return true;
  }

  /**
   * How many plates a request names at once; one that is refused for its shape, because it names too
   * many or none, is answered nothing and counts as one. What the body of another route holds makes it
   * no such request.
   *
   * @returns null for a question about one
   */
  private platesIn(context: ExecutionContext): number | null {
    if (!this.reflector.get<boolean | undefined>(ASKS_OF_MANY, context.getHandler())) return null;
    const { body } = context.switchToHttp().getRequest<Request<unknown, unknown, unknown>>();
    const read = checkPlatesRequest.safeParse(body);
    return read.success ? read.data.plates.length : 1;
  }

  /** @param plates null for a question about one */
  private async waitSecOf(scope: AccessScope, plates: number | null): Promise<number> {
    const { agency } = scope;
    const now = this.clock.now();
    const limit = await this.policies.valueAt(
      plates === null
        ? 'roadside.questions_of_officer_per_min'
        : 'roadside.bulk_plates_of_officer_per_min',
      now,
    );
    const asker = `${plates === null ? 'officer' : 'bulk of officer'} ${officerOf(scope)}`;
    const officerWaitSec = this.questions.count(asker, limit.value, now, plates ?? 1);
    // What one officer asks in vain is not held against his agency.
    if (officerWaitSec > 0 || agency === null) return officerWaitSec;
    const ofAgency = await this.policies.valueAt('roadside.questions_of_agency_per_min', now);
    return this.questions.count(`agency ${agency}`, ofAgency.value, now, plates ?? 1);
  }
}

/** An agency's system asks for many officers by one key: each is counted by his own badge. */
const officerOf = ({ userId, actingBadgeNo }: AccessScope): string =>
  actingBadgeNo === undefined ? userId : `${userId} ${actingBadgeNo}`;
