import type { ListFindingsQuery } from '@tongyun/contracts';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  groupBy,
  localTimeOf,
} from '@tongyun/kernel';
import { readInstantCursor, TIME_ZONE, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import { FindingRepository, type NamedFinding } from '../data/findings/finding.repository.js';
import type { RoadsideFindingPhotoEntity } from '../data/findings/roadside-finding-photo.entity.js';
import type { RoadsideFindingStepEntity } from '../data/findings/roadside-finding-step.entity.js';
import { isFindingOverdue } from '../rules/finding.js';

export interface ShownFinding extends NamedFinding {
  readonly isOverdue: boolean;
  /** Oldest first, both. */
  readonly steps: readonly RoadsideFindingStepEntity[];
  readonly photos: readonly RoadsideFindingPhotoEntity[];
}

@Injectable()
export class FindingQueries {
  constructor(
    private readonly findings: FindingRepository,
    private readonly unitOfWork: UnitOfWork,
    @Inject(TIME_ZONE) private readonly timeZone: string,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Newest first; one row more than the page holds, for `toPage`. */
  async list(scope: AccessScope, query: ListFindingsQuery): Promise<ShownFinding[]> {
    const after = readInstantCursor(query);
    return this.show(await this.findings.list(this.unitOfWork.reads, scope, query, after));
  }

  async get(scope: AccessScope, id: string): Promise<ShownFinding> {
    const found = await this.findings.find(this.unitOfWork.reads, scope, id);
    if (!found) throw new DomainError('FINDING_NOT_FOUND', `No finding ${id}`, { id });
    return (await this.show([found]))[0]!;
  }

  private async show(rows: readonly NamedFinding[]): Promise<ShownFinding[]> {
    const ids = rows.map(({ finding }) => finding.id);
    const { reads } = this.unitOfWork;
    const stepsOf = groupBy(await this.findings.stepsOf(reads, ids), ({ findingId }) => findingId);
    const photosOf = groupBy(
      await this.findings.photosOf(reads, ids),
      ({ findingId }) => findingId,
    );
    const today = localTimeOf(this.clock.now(), this.timeZone).on;
    return rows.map((row) => ({
      ...row,
      isOverdue: isFindingOverdue(row.finding, today),
      steps: stepsOf.get(row.finding.id) ?? [],
      photos: photosOf.get(row.finding.id) ?? [],
    }));
  }
}
