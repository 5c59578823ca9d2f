import type { AuditFinding } from '@tongyun/contracts';
import { addMinutes, type Clock, CLOCK, newId } from '@tongyun/kernel';
import { Lease, UnitOfWork } from '@tongyun/platform';
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { AuditVerificationEntity } from './data/audit-verification.entity.js';
import { AuditVerifications } from './data/audit-verifications.repository.js';
import { type KnownHead, VerifyRecordsService } from './verify-records.service.js';

const LOOK_EVERY_MS = 5_000;
const EVERY_DAY_MIN = 1_440;
const LEASE = 'audit-verify';
/** A city's year is read in less. */
const LEASE_SEC = 3_600;
/** Findings that are kept with a verification; the command prints all. */
const KEPT_FINDINGS = 100;
/** Heads of readings before through which the chain must still lead. */
const KNOWN_HEADS = 60;

/** Reads the whole chain once a day, and whenever somebody asked for it. */
@Injectable()
export class RunVerificationsService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(RunVerificationsService.name);
  private readonly owner = newId<string>();
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private isStopping = false;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lease: Lease,
    private readonly verifications: AuditVerifications,
    private readonly verifyRecords: VerifyRecordsService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.goOnLater();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    clearTimeout(this.timer);
    await this.running;
  }

  /** Reads the chain if it is asked for or the day's turn has come, unless another process does. */
  async runDue(): Promise<void> {
    const { reads } = this.unitOfWork;
    const waiting = await this.verifications.firstWaiting(reads);
    const [last] = await this.verifications.finished(reads, 1);
    const now = this.clock.now();
    const isTurn = !last || addMinutes(last.requestedAt, EVERY_DAY_MIN) <= now;
    if (waiting === null && !isTurn) return;
    if (!(await this.lease.take(LEASE, this.owner, LEASE_SEC))) return;
    try {
      await this.read(waiting ?? (await this.addTurn(now)));
    } finally {
      await this.lease.release(LEASE, this.owner);
    }
  }

  private goOnLater(): void {
    if (this.isStopping) return;
    this.timer = setTimeout(() => {
      this.running = this.goOn();
    }, LOOK_EVERY_MS);
  }

  private async goOn(): Promise<void> {
    await this.runDue().catch((error: unknown) => this.log.error(error));
    this.goOnLater();
  }

  private async addTurn(now: Date): Promise<AuditVerificationEntity> {
    const row: AuditVerificationEntity = {
      id: newId<string>(),
      requestedBy: null,
      requestedAt: now,
      finishedAt: null,
      entries: null,
      headHash: null,
      findingCount: null,
      findings: [],
    };
    await this.unitOfWork.run((tx) => this.verifications.add(tx, row));
    return row;
  }

  private async read(row: AuditVerificationEntity): Promise<void> {
    const findings: AuditFinding[] = [];
    const verdict = await this.verifyRecords.verify(
      (finding) => {
        if (findings.length < KEPT_FINDINGS) findings.push(finding);
      },
      await this.knownHeads(),
    );
    const { entries, findingCount, head } = verdict;
    const finished = {
      ...row,
      finishedAt: this.clock.now(),
      entries,
      headHash: head?.hash ?? null,
      findingCount,
      findings,
    };
    await this.unitOfWork.run((tx) => this.verifications.finish(tx, finished));
    if (findingCount > 0) this.log.error({ msg: 'The record is not as it was sealed', ...verdict });
    else this.log.log({ msg: 'The record is as it was sealed', ...verdict });
  }

  /** What earlier readings ended at, as long as those found nothing. */
  private async knownHeads(): Promise<KnownHead[]> {
    const rows = await this.verifications.finished(this.unitOfWork.reads, KNOWN_HEADS);
    return rows.flatMap(({ entries, headHash, findingCount }) =>
      findingCount === 0 && entries !== null && headHash !== null
        ? [{ sequence: entries, hash: headHash }]
        : [],
    );
  }
}
