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
import { AlertDeliveryRepository, keyOf } from './data/alert-delivery.repository.js';
import type { CallAnswer, DeliveryCaller } from './delivery-caller.js';
import { judgeFailedCall } from './rules/judge-failed-call.js';
import { SmsCaller } from './sms-caller.js';
import { WebPushCaller } from './web-push-caller.js';
import { WebhookCaller } from './webhook-caller.js';

const POLL_MS = 1_000;
const LEASE = 'alert-deliveries';
/** Longer than any call may last. */
const LEASE_SEC = 60;
/** How many are called at the same time. */
const AT_ONCE = 20;

/**
 * Sends what leaves the house. One process at a time does it, through a lease; no transaction is
 * open during a call. Who does not answer holds up nobody else. A process that dies in a call makes
 * it again: receivers know it by its id.
 */
@Injectable()
export class SendDeliveriesService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(SendDeliveriesService.name);
  private readonly owner = newId<string>();
  private readonly callers: Readonly<Record<string, DeliveryCaller>>;
  /** The calls under way, by whom they go to: each is called for one delivery at a time. */
  private readonly calling = new Map<string, Promise<void>>();
  private timer: NodeJS.Timeout | undefined;
  private starting: Promise<void> | undefined;
  private isAsked = false;
  private isStopped = false;

  constructor(
    private readonly deliveries: AlertDeliveryRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly lease: Lease,
    sms: SmsCaller,
    webPush: WebPushCaller,
    webhook: WebhookCaller,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.callers = { sms, web_push: webPush, webhook };
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.wake(), POLL_MS);
  }

  /** What is being said is said to its end; what waits is left for the next process. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isStopped = true;
    clearInterval(this.timer);
    await this.starting;
    await Promise.all(this.calling.values());
    await this.lease.release(LEASE, this.owner);
  }

  /** Says that there may be something to send; never waits. */
  wake(): void {
    this.isAsked = true;
    if (this.isStopped) return;
    this.starting ??= this.start();
  }

  /** Sends what is due now, and waits for the answers. */
  async sendDue(): Promise<void> {
    this.wake();
    for (;;) {
      await this.starting;
      if (this.calling.size === 0) return;
      await Promise.all(this.calling.values());
    }
  }

  /** Never throws. */
  private async start(): Promise<void> {
    try {
      while (this.isAsked && !this.isStopped) {
        this.isAsked = false;
        await this.startDue();
      }
    } catch (error) {
      this.log.error(error);
    } finally {
      // In the same turn as the last look at `isAsked`, so that no call to wake is missed.
      this.starting = undefined;
    }
  }

  private async startDue(): Promise<void> {
    const free = AT_ONCE - this.calling.size;
    if (free <= 0) return;
    const { reads } = this.unitOfWork;
    const due = await this.deliveries.due(reads, this.clock.now(), free, [...this.calling.keys()]);
    if (due.length === 0 || !(await this.lease.take(LEASE, this.owner, LEASE_SEC))) return;
    for (const row of due) {
      const key = keyOf(row);
      const call = this.send(row)
        .catch((error: unknown) => this.log.error(error))
        .finally(() => {
          this.calling.delete(key);
          this.wake();
        });
      this.calling.set(key, call);
    }
  }

  private async send(due: AlertDeliveryEntity): Promise<void> {
    const note = await this.call(due).then(
      (answer) => (row: AlertDeliveryEntity) => this.note(row, answer),
      (error: unknown) => (row: AlertDeliveryEntity) =>
        this.noteFailure(row, error instanceof Error ? error.message : String(error)),
    );
    await this.unitOfWork.run(async (tx) => {
      // Its receipt may have come before the answer to the call.
      const row = await this.deliveries.lock(tx, due.id);
      if (!row) return;
      row.calls += 1;
      if (row.deliveredAt === null) note(row);
      await this.deliveries.save(tx, row);
    });
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
