import type { AuditFinding } from '@tongyun/contracts';
import { addMinutes, type Clock, CLOCK, newId } from '@tongyun/kernel';
import { BackgroundWork, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
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
export class RunVerificationsService implements OnApplicationBootstrap {
  private readonly log = new Logger(RunVerificationsService.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly background: BackgroundWork,
    private readonly verifications: AuditVerifications,
    private readonly verifyRecords: VerifyRecordsService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.background.every(LOOK_EVERY_MS, () => this.runDue());
  }

  /** Reads the chain if it is asked for or the day's turn has come, unless another process does. */
  async runDue(): Promise<void> {
    const { reads } = this.unitOfWork;
    const waiting = await this.verifications.firstWaiting(reads);
    const [last] = await this.verifications.finished(reads, 1);
    const now = this.clock.now();
    const isTurn = !last || addMinutes(last.requestedAt, EVERY_DAY_MIN) <= now;
    if (waiting === null && !isTurn) return;
    await this.background.alone(LEASE, LEASE_SEC, async () => {
      await this.read(waiting ?? (await this.addTurn(now)));
    });
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
