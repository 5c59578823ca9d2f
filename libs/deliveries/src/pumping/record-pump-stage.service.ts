import {
  type AccessScope,
  DomainError,
  maySeeEnterprise,
  type OrderId,
  type PumpJobId,
} from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AssignmentEntity } from '../data/assignment.entity.js';
import { isLostRace } from '../data/database-errors.js';
import { OrderRepository } from '../data/order.repository.js';
import type { PumpJobEntity } from '../data/pumping/pump-job.entity.js';
import { PumpJobRepository } from '../data/pumping/pump-job.repository.js';
import type { StageOutcome } from '../rules/advance-trip.js';
import { advancePumpJob, type PumpSettleReason } from '../rules/pumping/advance-pump-job.js';
import type { PumpStage } from '../rules/pumping/pump-stages.js';
import type { StageEvidence } from '../rules/stages.js';
import { FollowPumpJob } from './follow-pump-job.js';

export interface ReportedPumpStage {
  /** Taken once; a repeat gets the first answer. */
  readonly claimId: string;
  readonly pumpJobId: PumpJobId;
  readonly stage: PumpStage;
  /** By the clock of whoever says it. */
  readonly at: Date;
  readonly receivedAt: Date;
  readonly evidence: StageEvidence;
}

export interface RecordedPumpStage {
  readonly orderId: OrderId;
  readonly outcome: StageOutcome;
  /** Why somebody must look; null unless the outcome is `to_settle`. */
  readonly reason: PumpSettleReason | 'not_your_pump_job' | null;
}

type Answer = Omit<RecordedPumpStage, 'orderId'>;
type Verdict = Answer & { readonly change: Partial<PumpJobEntity> | null };

/** Two reports about one pump may collide; the loser tries again, for a fact is never refused. */
const ATTEMPTS = 3;

/** Keeps what is reported of a pump's job, and moves the job as far as the evidence carries. */
@Injectable()
export class RecordPumpStageService {
  constructor(
    private readonly orders: OrderRepository,
    private readonly jobs: PumpJobRepository,
    private readonly following: FollowPumpJob,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Never refuses a fact for contradicting the plan; only an unseen job is refused. */
  async record(
    scope: AccessScope,
    reported: ReportedPumpStage,
    tx?: EntityManager,
  ): Promise<RecordedPumpStage> {
    if (tx) return this.recordIn(tx, scope, reported);
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.unitOfWork.run((own) => this.recordIn(own, scope, reported));
      } catch (error) {
        if (attempt === ATTEMPTS || !isLostRace(error)) throw error;
      }
    }
  }

  private async recordIn(
    tx: EntityManager,
    scope: AccessScope,
    reported: ReportedPumpStage,
  ): Promise<RecordedPumpStage> {
    const { pumpJobId } = reported;
    const seen = await this.orders.findPumpJob(tx, pumpJobId);
    if (!seen || !maySeeEnterprise(scope, seen.enterpriseId)) {
      throw new DomainError('PUMP_JOB_NOT_FOUND', `No pump job ${pumpJobId}`, { id: pumpJobId });
    }
    // Held in the order in which a plan's release holds them.
    await this.orders.lock(tx, seen.orderId);
    const assignment = await this.jobs.lockAssignmentOf(tx, pumpJobId);
    const job = await this.orders.lockPumpJob(tx, pumpJobId);
    const fact = { ...reported, at: notAhead(reported) };
    const { change, outcome, reason } = judge(scope, job, assignment, fact);
    const isNew = await this.jobs.keepClaim(tx, {
      id: fact.claimId,
      pumpJobId,
      driverId: scope.driverId,
      claimedBy: scope.userId,
      stage: fact.stage,
      claimedAt: fact.at,
      receivedAt: fact.receivedAt,
      evidence: fact.evidence,
      outcome,
      reason,
    });
    const { orderId } = job;
    if (!isNew) return { orderId, ...(await this.answerBefore(tx, fact.claimId)) };
    if (change && assignment) {
      const changed = await this.orders.changePumpJob(tx, job, change);
      await this.following.follow(tx, changed, assignment);
    }
    return { orderId, outcome, reason };
  }

  private async answerBefore(tx: EntityManager, claimId: string): Promise<Answer> {
    const before = await this.jobs.findClaim(tx, claimId);
    if (!before) throw new Error(`claim ${claimId} was refused as known and is not there`);
    return { outcome: before.outcome, reason: before.reason as Answer['reason'] };
  }
}

/** An operator speaks for the pump that he is on, and for no other. */
function judge(
  scope: AccessScope,
  job: PumpJobEntity,
  assignment: AssignmentEntity | null,
  fact: ReportedPumpStage,
): Verdict {
  const isOthers = scope.driverId !== null && assignment?.driverId !== scope.driverId;
  if (isOthers) return { outcome: 'to_settle', reason: 'not_your_pump_job', change: null };
  const verdict = advancePumpJob(job, fact, assignment?.createdAt ?? null);
  switch (verdict.outcome) {
    case 'applied':
      return { outcome: 'applied', reason: null, change: verdict.job };
    case 'kept':
      return { outcome: 'kept', reason: null, change: null };
    case 'to_settle':
      return { outcome: 'to_settle', reason: verdict.why, change: null };
  }
}

/** A phone whose clock runs ahead cannot set a time that has not come. */
const notAhead = ({ at, receivedAt }: ReportedPumpStage): Date =>
  at > receivedAt ? receivedAt : at;
