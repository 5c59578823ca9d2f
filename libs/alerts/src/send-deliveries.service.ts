import { type Clock, CLOCK, newId } from '@tongyun/kernel';
import { Lease, UnitOfWork } from '@tongyun/platform';
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { AlertDeliveryEntity } from './data/alert-delivery.entity.js';
import { AlertDeliveryRepository } from './data/alert-delivery.repository.js';
import type { CallAnswer, DeliveryCaller } from './delivery-caller.js';
import { judgeFailedCall } from './rules/judge-failed-call.js';
import { SmsCaller } from './sms-caller.js';
import { WebhookCaller } from './webhook-caller.js';

const POLL_MS = 1_000;
const LEASE = 'alert-deliveries';
/** Longer than any call may last. */
const LEASE_SEC = 60;
const AT_ONCE = 20;

/**
 * Sends what leaves the house. One process at a time does it, through a lease; no transaction is
 * open during a call. A process that dies in a call makes it again: receivers know it by its id.
 */
@Injectable()
export class SendDeliveriesService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(SendDeliveriesService.name);
  private readonly owner = newId<string>();
  private readonly callers: Readonly<Record<string, DeliveryCaller>>;
  private timer: NodeJS.Timeout | undefined;
  private last: Promise<void> = Promise.resolve();
  private isStopped = false;

  constructor(
    private readonly deliveries: AlertDeliveryRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly lease: Lease,
    sms: SmsCaller,
    webhook: WebhookCaller,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.callers = { sms, webhook };
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.wake(), POLL_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopped = true;
    clearInterval(this.timer);
    await this.last;
  }

  /** Says that there may be something to send; never waits. */
  wake(): void {
    if (this.isStopped) return;
    this.sendDue().catch((error: unknown) => this.log.error(error));
  }

  /** Sends what is due now, after what is being sent. */
  sendDue(): Promise<void> {
    const next = this.last.then(() => this.sendBatch());
    this.last = next.catch(() => undefined); // whoever asked hears of it
    return next;
  }

  private async sendBatch(): Promise<void> {
    const due = await this.deliveries.due(this.unitOfWork.reads, this.clock.now(), AT_ONCE);
    if (due.length === 0 || !(await this.lease.take(LEASE, this.owner, LEASE_SEC))) return;
    await Promise.all(due.map((row) => this.send(row)));
  }

  private async send(row: AlertDeliveryEntity): Promise<void> {
    row.calls += 1;
    try {
      this.note(row, await this.call(row));
    } catch (error) {
      this.noteFailure(row, error instanceof Error ? error.message : String(error));
    }
    await this.deliveries.save(this.unitOfWork.reads, row);
  }

  private async call(row: AlertDeliveryEntity): Promise<CallAnswer> {
    const caller = this.callers[row.channel];
    if (!caller) return { state: 'refused', why: 'NO_SUCH_WAY' };
    const call = await caller.prepare(this.unitOfWork.reads, row);
    return call();
  }

  private note(row: AlertDeliveryEntity, answer: CallAnswer): void {
    const at = this.clock.now();
    row.nextAt = null;
    if (answer.state === 'refused') {
      Object.assign(row, { state: 'failed', failure: answer.why });
      return;
    }
    Object.assign(row, { state: answer.state, sentAt: at, failure: null });
    if (answer.state === 'delivered') row.deliveredAt = at;
  }

  private noteFailure(row: AlertDeliveryEntity, why: string): void {
    const verdict = judgeFailedCall(row.calls, this.clock.now());
    row.failure = why.slice(0, 300);
    row.nextAt = verdict.state === 'again' ? verdict.nextAt : null;
    if (verdict.state === 'give_up') row.state = 'failed';
  }
}
