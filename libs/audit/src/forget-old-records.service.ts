import { addMinutes, type Clock, CLOCK, newId } from '@tongyun/kernel';
import { Lease, UnitOfWork } from '@tongyun/platform';
import { PolicyQueries } from '@tongyun/policy';
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { KeptRows } from './data/kept-rows.repository.js';
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
export class ForgetOldRecordsService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(ForgetOldRecordsService.name);
  private readonly owner = newId<string>();
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private isStopping = false;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lease: Lease,
    private readonly rows: KeptRows,
    private readonly policies: PolicyQueries,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.running = this.forget().catch((error: unknown) => this.log.error(error));
    }, EVERY_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    clearInterval(this.timer);
    await this.running;
  }

  /** Unless another process does. */
  async forget(): Promise<void> {
    if (!(await this.lease.take(LEASE, this.owner, LEASE_SEC))) return;
    try {
      for (const kind of KEPT_KINDS) await this.forgetKind(kind);
    } finally {
      await this.lease.release(LEASE, this.owner);
    }
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
      policyVersion: version,
      removedAt: now,
    };
    await this.unitOfWork.run((tx) => this.rows.record(tx, removal));
    let removed = 0;
    let batch = BATCH;
    while (batch === BATCH && !this.isStopping) {
      batch = await this.unitOfWork.run((tx) => this.rows.remove(tx, kind, than, BATCH));
      removed += batch;
    }
    this.log.log({ msg: 'Kept long enough', table: kind.table, days, removed });
  }
}
