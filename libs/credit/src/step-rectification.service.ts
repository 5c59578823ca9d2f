import { EnterpriseQueries } from '@tongyun/fleet';
import { type AccessScope, type Clock, CLOCK, DomainError, newId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { RectificationEntity } from './data/rectification.entity.js';
import { RectificationRepository } from './data/rectification.repository.js';
import { DueWork } from './due-work.js';
import { findNextStates, type RectificationState } from './rules/rectification.js';

export interface WantedStep {
  readonly state: RectificationState;
  readonly text: string;
  readonly photoUrls: readonly string[];
  /** The day that it gives; null: its day stays. */
  readonly dueOn: string | null;
}

/** Answers a rectification, accepts the answer, sends it back, or lets it fail. */
@Injectable()
export class StepRectificationService {
  constructor(
    private readonly rectifications: RectificationRepository,
    private readonly enterprises: EnterpriseQueries,
    private readonly due: DueWork,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async step(scope: AccessScope, id: string, wanted: WantedStep): Promise<RectificationEntity> {
    const { dueOn } = wanted;
    if (dueOn !== null) await this.due.assertAhead(dueOn, 'RECTIFICATION_DUE_PAST');
    return this.unitOfWork.run(async (tx) => {
      const seen = await this.enterprises.idsSeenBy(scope, tx);
      const row = await this.rectifications.lock(tx, id, seen);
      if (!row) throw new DomainError('RECTIFICATION_NOT_FOUND', `No rectification ${id}`, { id });
      const possible = findNextStates(row.state);
      if (!possible.includes(wanted.state)) {
        throw new DomainError('RECTIFICATION_STEP_INVALID', `It is ${row.state}`, {
          state: row.state,
          possible,
        });
      }
      return this.rectifications.step(tx, row, {
        id: newId<string>(),
        rectificationId: id,
        toState: wanted.state,
        text: wanted.text,
        photoUrls: [...wanted.photoUrls],
        dueOn,
        takenBy: scope.userId,
        takenAt: this.clock.now(),
      });
    });
  }
}
