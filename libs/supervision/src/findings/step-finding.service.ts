import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  localTimeOf,
  newId,
} from '@tongyun/kernel';
import { TIME_ZONE, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import { FindingRepository } from '../data/findings/finding.repository.js';
import { type FindingState, findNextFindingStates } from '../rules/finding.js';

/** Answers a finding, accepts the answer or sends it back, or withdraws the finding; an officer's badge is kept with his step. */
@Injectable()
export class StepFindingService {
  constructor(
    private readonly findings: FindingRepository,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(TIME_ZONE) private readonly timeZone: string,
  ) {}

  /** @param dueOn the day that it gives to answer by; null: its day stays */
  step(
    scope: AccessScope,
    id: string,
    toState: FindingState,
    text: string,
    dueOn: string | null = null,
  ): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const finding = await this.findings.lock(tx, scope, id);
      if (!finding) throw new DomainError('FINDING_NOT_FOUND', `No finding ${id}`, { id });
      const possible = findNextFindingStates(finding.state);
      if (!possible.includes(toState)) {
        throw new DomainError('FINDING_STEP_INVALID', `It is ${finding.state}`, {
          state: finding.state,
          possible,
        });
      }
      if (dueOn !== null && dueOn < localTimeOf(this.clock.now(), this.timeZone).on) {
        throw new DomainError('FINDING_DUE_PAST', 'The day is past', { dueOn });
      }
      await this.findings.step(tx, finding, {
        id: newId(),
        findingId: id,
        toState,
        text,
        dueOn,
        takenBy: scope.userId,
        badgeNo: await this.findings.badgeOf(tx, scope),
        takenAt: this.clock.now(),
      });
    });
  }
}
