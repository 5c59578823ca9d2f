import { addMinutes, type Clock, CLOCK, type DriverId, localTimeOf, newId } from '@tongyun/kernel';
import { BackgroundWork, FileStore, TIME_ZONE, UnitOfWork } from '@tongyun/platform';
import { PolicyQueries } from '@tongyun/policy';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { KeptRows } from './data/kept-rows.repository.js';
import { type LeftBefore, LeftDrivers } from './data/left-drivers.repository.js';
import { keptDaysKeyOf, type LeftDriverKind, type LeftDriverSource } from './rules/kept-kinds.js';
import { NO_ID } from './rules/time-ordered-id.js';

const DAY_MIN = 1_440;
/** A file is deleted for each paper, and the words of alerts are gone through for each name. */
const BATCH = 20;

/** Of when on a kind is kept still, and the policy that says so. */
interface Bound extends LeftBefore {
  readonly policyVersion: string;
}

/** Lets go of drivers who left: first of their papers, later of who they were. */
@Injectable()
export class ForgetLeftDriversService {
  private readonly log = new Logger(ForgetLeftDriversService.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly background: BackgroundWork,
    private readonly rows: KeptRows,
    private readonly drivers: LeftDrivers,
    private readonly files: FileStore,
    private readonly policies: PolicyQueries,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(TIME_ZONE) private readonly timeZone: string,
  ) {}

  async forget(): Promise<void> {
    await this.untilNone(await this.boundOf('driver_paper'), (bound) => this.forgetPapers(bound));
    await this.untilNone(await this.boundOf('driver'), (bound) => this.forgetNames(bound));
  }

  private async untilNone(bound: Bound, next: (bound: Bound) => Promise<number>): Promise<void> {
    let batch = BATCH;
    while (batch === BATCH && !this.background.isStopping) batch = await next(bound);
  }

  /** Files go first: one that is gone when the process dies is gone again the next time. */
  private async forgetPapers(bound: Bound): Promise<number> {
    const papers = await this.drivers.papers(this.unitOfWork.reads, bound, BATCH);
    if (papers.length === 0) return 0;
    for (const { fileName } of papers) await this.files.drop({ name: fileName });
    await this.unitOfWork.run(async (tx) => {
      for (const { id } of papers) await this.record(tx, 'registration_document', id, bound);
      await this.drivers.removePapers(tx, papers);
    });
    this.log.log({ msg: 'Papers of drivers who left', ...bound, removed: papers.length });
    return papers.length;
  }

  private async forgetNames(bound: Bound): Promise<number> {
    const ids = await this.drivers.named(this.unitOfWork.reads, bound, BATCH);
    for (const id of ids) await this.forgetName(id, bound);
    if (ids.length > 0) this.log.log({ msg: 'Drivers who left', ...bound, forgotten: ids.length });
    return ids.length;
  }

  /** What was corrected of him names him as well, and goes with his name; so does what was withdrawn. */
  private forgetName(id: DriverId, bound: Bound): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const names = await this.drivers.namesOf(tx, id);
      for (const row of await this.drivers.namingHim(tx, id)) {
        await this.record(tx, row.source, row.id, bound);
        await this.drivers.remove(tx, row);
      }
      await this.drivers.forgetName(tx, id, names, this.clock.now());
      await this.record(tx, 'driver', id, bound);
    });
  }

  private record(
    tx: EntityManager,
    source: LeftDriverSource | 'driver',
    onlyId: string,
    { policyVersion }: Bound,
  ): Promise<void> {
    const removedAt = this.clock.now();
    const id = newId<string>();
    return this.rows.record(tx, { id, source, beforeId: NO_ID, onlyId, policyVersion, removedAt });
  }

  private async boundOf(kind: LeftDriverKind): Promise<Bound> {
    const now = this.clock.now();
    const { value: days, version } = await this.policies.valueAt(keptDaysKeyOf(kind), now);
    const enteredBefore = addMinutes(now, -days * DAY_MIN);
    const { on } = localTimeOf(enteredBefore, this.timeZone);
    return { before: on, enteredBefore, policyVersion: version };
  }
}
