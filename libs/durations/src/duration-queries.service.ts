import { EnterpriseQueries } from '@tongyun/fleet';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  type EnterpriseId,
  localTimeOf,
} from '@tongyun/kernel';
import { TIME_ZONE, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { DurationDecisionEntity } from './data/duration-decision.entity.js';
import { DurationDecisionRepository } from './data/duration-decision.repository.js';
import type { DurationLearningEntity } from './data/duration-learning.entity.js';
import { type DurationRow, DurationRows, type RowsWanted } from './data/duration-rows.js';
import { LearntDurationRepository } from './data/learnt-duration.repository.js';
import { DurationTerms } from './duration-terms.service.js';
import type { DurationKind, DurationPlace } from './rules/duration-key.js';
import { findDuration, type UsedDuration } from './rules/find-duration.js';
import { isInForce } from './rules/is-in-force.js';

/** What an enterprise's loads are planned with. */
export interface DurationBook {
  /** When the learnt values were last learnt; null: never. */
  readonly learntAt: Date | null;
  /** @param assumed what holds where nobody said and nothing was learnt, in the kind's unit */
  find(kind: DurationKind, place: DurationPlace, assumed: number): UsedDuration;
  /** The hour that an instant counts for. */
  hourOf(at: Date): number;
}

const MIN_PER_HOUR = 60;
/** A month of learnings by themselves. */
const LEARNINGS_SHOWN = 31;

@Injectable()
export class DurationQueries {
  constructor(
    private readonly enterprises: EnterpriseQueries,
    private readonly learnt: LearntDurationRepository,
    private readonly decisions: DurationDecisionRepository,
    private readonly rows: DurationRows,
    private readonly terms: DurationTerms,
    private readonly unitOfWork: UnitOfWork,
    @Inject(TIME_ZONE) private readonly timeZone: string,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What holds at an instant. */
  async bookOf(scope: AccessScope, enterpriseId: EnterpriseId, at: Date): Promise<DurationBook> {
    await this.enterprises.get(scope, enterpriseId);
    const { reads } = this.unitOfWork;
    const terms = await this.terms.at(at, enterpriseId);
    const learnt = await this.learnt.inForce(reads, enterpriseId);
    const [learning] = await this.learnt.learnings(reads, enterpriseId, 1);
    const decided = await this.decisions.newest(reads, enterpriseId);
    const known = {
      learnt: new Map(learnt.map((row) => [row.key, row])),
      overrides: new Map(
        decided
          .filter((row) => isInForce(row, at))
          .map(({ key, id, value }) => [key, { id, value }]),
      ),
    };
    return {
      learntAt: learning?.learntAt ?? null,
      find: (kind, place, assumed) => findDuration(kind, place, known, terms, assumed),
      hourOf: (instant) =>
        Math.floor(localTimeOf(instant, this.timeZone).minuteOfDay / MIN_PER_HOUR),
    };
  }

  /** By key; one row more than the page holds, for `toPage`. */
  async list(
    scope: AccessScope,
    wanted: Omit<RowsWanted, 'now'>,
  ): Promise<{ readonly rows: DurationRow[]; readonly samplesMin: number }> {
    await this.enterprises.get(scope, wanted.enterpriseId);
    const now = this.clock.now();
    const { samplesMin } = await this.terms.at(now, wanted.enterpriseId);
    return { rows: await this.rows.page(this.unitOfWork.reads, { ...wanted, now }), samplesMin };
  }

  /** Every decision on a key, the newest first. */
  async decisionsOn(
    scope: AccessScope,
    enterpriseId: EnterpriseId,
    key: string,
  ): Promise<DurationDecisionEntity[]> {
    await this.enterprises.get(scope, enterpriseId);
    return this.decisions.ofKey(this.unitOfWork.reads, enterpriseId, key);
  }

  /** The newest first. */
  async learnings(
    scope: AccessScope,
    enterpriseId: EnterpriseId,
  ): Promise<DurationLearningEntity[]> {
    await this.enterprises.get(scope, enterpriseId);
    return this.learnt.learnings(this.unitOfWork.reads, enterpriseId, LEARNINGS_SHOWN);
  }
}
