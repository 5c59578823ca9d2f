import { StartConfirmationQueries } from '@tongyun/deliveries';
import { type AccessScope, newId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { CallInCheckEntity } from '../data/call-in-check.entity.js';
import { CallInCheckRepository } from '../data/call-in-check.repository.js';
import { DayPlanBook, type OpenPlan } from './day-plan-book.service.js';
import { type CallIn, listCallIns } from './rules/list-call-ins.js';
import { toCallInRow } from './to-call-in-row.js';

export interface JudgedCallIns {
  readonly items: CallIn[];
  readonly judgedAt: Date;
}

/** Judges the first round of a day, and keeps what it came to. */
@Injectable()
export class CheckCallIns {
  constructor(
    private readonly book: DayPlanBook,
    private readonly starts: StartConfirmationQueries,
    private readonly checks: CallInCheckRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Of the drivers whom the plan names, even if others would be paired with their vehicles by now. */
  async judge(scope: AccessScope, { plan, content }: OpenPlan): Promise<JudgedCallIns> {
    const known = await this.book.factsOf(scope, plan, [], content);
    const said = await this.starts.ofDay(scope, plan.enterpriseId, plan.operatingOn);
    const saidBy = new Map<string, (typeof said)[number]>(said.map((one) => [one.driverId, one]));
    return { items: listCallIns(known, content, saidBy), judgedAt: known.now };
  }

  async keep(scope: AccessScope, open: OpenPlan, kind: CallInCheckEntity['kind']): Promise<void> {
    const { items, judgedAt } = await this.judge(scope, open);
    const { id: planId, enterpriseId, revision } = open.plan;
    await this.unitOfWork.run((tx) =>
      this.checks.insert(tx, {
        id: newId<string>(),
        planId,
        enterpriseId,
        kind,
        revision,
        judgedAt,
        items: items.map(toCallInRow),
      }),
    );
  }

  /** The newest first. */
  async ofPlan(scope: AccessScope, id: string): Promise<CallInCheckEntity[]> {
    const { plan } = await this.book.open(scope, id, null);
    return this.checks.ofPlan(this.unitOfWork.reads, plan.id);
  }
}
