import { addMinutes, type Clock, CLOCK, newId } from '@tongyun/kernel';
import { BackgroundWork, UnitOfWork } from '@tongyun/platform';
import { PolicyQueries } from '@tongyun/policy';
import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { KeptRows } from './data/kept-rows.repository.js';
import { ForgetLeftDriversService } from './forget-left-drivers.service.js';
import { KEPT_KINDS, keptDaysKeyOf } from './rules/kept-kinds.js';
import { firstIdAt } from './rules/time-ordered-id.js';

const EVERY_MS = 3_600_000;
const DAY_MIN = 1_440;
const LEASE = 'audit-forget';
const LEASE_SEC = 600;
/** Short enough for the embedded database's one backend. */
const BATCH = 1_000;

/** Removes what was kept as long as policy says, and puts on record that it did. */
@Injectable()
export class ForgetOldRecordsService implements OnApplicationBootstrap {
  private readonly log = new Logger(ForgetOldRecordsService.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly background: BackgroundWork,
    private readonly rows: KeptRows,
    private readonly leftDrivers: ForgetLeftDriversService,
    private readonly policies: PolicyQueries,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.background.every(EVERY_MS, () => this.forget());
  }

  /** Unless another process does. */
  async forget(): Promise<void> {
    await this.background.alone(LEASE, LEASE_SEC, async () => {
      for (const kind of KEPT_KINDS) await this.forgetKind(kind);
      await this.leftDrivers.forget();
    });
  }

  private async forgetKind(kind: (typeof KEPT_KINDS)[number]): Promise<void> {
    const now = this.clock.now();
    const { value: days, version } = await this.policies.valueAt(keptDaysKeyOf(kind.table), now);
    const than = addMinutes(now, -days * DAY_MIN);
    if (!(await this.rows.hasOlder(this.unitOfWork.reads, kind, than))) return;
    const removal = {
      id: newId<string>(),
      source: kind.table,
      beforeId: firstIdAt(than),
      onlyId: null,
      policyVersion: version,
      removedAt: now,
    };
    await this.unitOfWork.run((tx) => this.rows.record(tx, removal));
    let removed = 0;
    let batch = BATCH;
    while (batch === BATCH && !this.background.isStopping) {
      batch = await this.unitOfWork.run((tx) => this.rows.remove(tx, kind, than, BATCH));
      removed += batch;
    }
    this.log.log({ msg: 'Kept long enough', table: kind.table, days, removed });
  }
}
