import { computeDayValidity, type WarnedDays, WarnedDaysQueries } from '@tongyun/compliance';
import type { DayValidity } from '@tongyun/contracts';
import { EnterpriseQueries } from '@tongyun/fleet';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  type EnterpriseId,
} from '@tongyun/kernel';
import { Inject, Injectable } from '@nestjs/common';

/** What inspections and rectifications share: whose they are, and how their day stands. */
@Injectable()
export class DueWork {
  constructor(
    private readonly enterprises: EnterpriseQueries,
    private readonly warnedDays: WarnedDaysQueries,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The enterprises that the asker sees, or of them the one that he asks for. */
  async enterprisesAsked(
    scope: AccessScope,
    enterpriseId: string | undefined,
  ): Promise<readonly EnterpriseId[]> {
    const seen = await this.enterprises.idsSeenBy(scope);
    return enterpriseId === undefined ? seen : seen.filter((id) => id === enterpriseId);
  }

  /** How far ahead it is warned of a day. */
  days(): Promise<WarnedDays> {
    return this.warnedDays.at('credit.due_within_days', this.clock.now());
  }

  /** Refuses a day that is past. */
  async assertAhead(
    dueOn: string,
    code: 'INSPECTION_DUE_PAST' | 'RECTIFICATION_DUE_PAST',
  ): Promise<void> {
    const { today } = await this.days();
    if (dueOn < today) throw new DomainError(code, 'The day is past', { dueOn });
  }

  /** How its day stands; null: it is settled. */
  validityOf(
    { state, dueOn }: { readonly state: string; readonly dueOn: string },
    unsettled: readonly string[],
    days: WarnedDays,
  ): DayValidity | null {
    return unsettled.includes(state) ? computeDayValidity(dueOn, days) : null;
  }
}
