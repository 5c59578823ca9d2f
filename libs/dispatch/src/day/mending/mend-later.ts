import { addSeconds, type Clock, CLOCK, DomainError, newId } from '@tongyun/kernel';
import { BackgroundWork, EventRelay, UnitOfWork } from '@tongyun/platform';
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PlanMendEntity } from '../../data/plan-mend.entity.js';
import { PlanMendRepository } from '../../data/plan-mend.repository.js';
import { judgeFailedMend } from '../rules/judge-failed-mend.js';

/** What plans are mended around once an event has told of it. */
export interface Mending<Payload extends object> {
  /** Kept in the database with what is due: never reuse or rename it. */
  readonly name: string;
  readonly event: string;
  /** Whether there may be anything to mend; every event may, unless told otherwise. */
  isAbout?(tx: EntityManager, payload: Payload): Promise<boolean>;
  /** Left out: each is mended for itself, at once. Else as one with all about the same, later; null: not at all. */
  gather?(tx: EntityManager, payload: Payload): Promise<Gathering | null>;
  /**
   * Mends, at least once: what is mended already is to be left as it is. Where that cannot be told
   * from the plan, `settle` in the transaction of the mend keeps it from being done twice.
   *
   * @param waitsSince when the first that is mended with it was noted
   */
  mend(
    payload: Payload,
    settle: (tx: EntityManager) => Promise<void>,
    waitsSince: Date,
  ): Promise<unknown>;
}

/** What is waited for before a mend begins. */
export interface Gathering {
  readonly about: string;
  /** So long after the last that was noted, */
  readonly quietSec: number;
  /** and no longer than so long after the first. */
  readonly withinSec: number;
}

/** A mend whose time has not come yet: nothing failed, and it begins again at `at`. */
export class NotYet extends Error {
  constructor(readonly at: Date) {
    super('Not yet');
  }
}

/** What died with its process is looked for that often. */
const POLL_MS = 2_000;
const LEASE = 'plan-mends';
/** Longer than any mend takes. */
const LEASE_SEC = 60;
/** People change plans as well; whoever was second mends what the first has made of it. */
const OVERTAKEN_ATTEMPTS = 3;

/**
 * Mends plans after what the product learnt of. Ways are asked for over the network, so it is
 * written down in the transaction that told of it and done after that, one after the other by one
 * process at a time; what a process leaves behind the next one does.
 */
@Injectable()
export class MendLater implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(MendLater.name);
  private readonly mendings = new Map<string, Mending<object>>();
  private running: Promise<void> | undefined;
  private isAsked = false;
  private isStopped = false;

  constructor(
    private readonly relay: EventRelay,
    private readonly mends: PlanMendRepository,
    private readonly background: BackgroundWork,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Has an event mended around, at module init. */
  listen<Payload extends object>(mending: Mending<Payload>): void {
    const { name, event } = mending;
    this.mendings.set(name, mending as unknown as Mending<object>);
    this.relay.listen<Payload>({
      name,
      event,
      handle: async (tx, payload) => {
        if (mending.isAbout && !(await mending.isAbout(tx, payload))) return;
        const gathering = await mending.gather?.(tx, payload);
        if (gathering !== null) await this.note(tx, name, payload, gathering);
      },
    });
  }

  onApplicationBootstrap(): void {
    this.background.every(POLL_MS, () => this.mendDue());
  }

  /** The mend in hand is done to its end; what is due after it is left for the next process. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isStopped = true;
    await this.running;
  }

  /** Does what is due now, unless another process is at it. */
  async mendDue(): Promise<void> {
    this.wake();
    await this.running;
  }

  private async note(
    tx: EntityManager,
    listener: string,
    payload: object,
    gathering: Gathering | undefined,
  ): Promise<void> {
    const now = this.clock.now();
    const id = newId<string>();
    const noted = { id, listener, payload, firstNotedAt: now, notedAt: now, attempts: 0 };
    if (gathering) {
      const { about, quietSec, withinSec } = gathering;
      const nextAt = addSeconds(now, quietSec);
      await this.mends.gather(tx, { ...noted, about, nextAt }, withinSec);
      return;
    }
    await this.mends.insert(tx, { ...noted, about: null, nextAt: now });
    this.unitOfWork.onCommit(tx, () => this.wake());
  }

  private wake(): void {
    this.isAsked = true;
    if (!this.isStopped) this.running ??= this.drain();
  }

  /** Never throws. */
  private async drain(): Promise<void> {
    try {
      while (this.isAsked && !this.isStopped) {
        this.isAsked = false;
        await this.mendInTurn();
      }
    } catch (error) {
      this.log.error(error);
    } finally {
      // In the same turn as the last look at `isAsked`, so that no call to wake is missed.
      this.running = undefined;
    }
  }

  private async mendInTurn(): Promise<void> {
    if ((await this.findDue()) === null) return;
    await this.background.alone(LEASE, LEASE_SEC, async (renew) => {
      for (let due = await this.findDue(); due !== null; due = await this.findDue()) {
        if (this.isStopped || !(await renew())) return;
        await this.mend(due);
      }
    });
  }

  private findDue(): Promise<PlanMendEntity | null> {
    return this.mends.findDue(this.unitOfWork.reads, this.clock.now());
  }

  private async mend(due: PlanMendEntity): Promise<void> {
    try {
      await this.attempt(due);
    } catch (error) {
      if (error instanceof NotYet) {
        const { attempts } = due;
        await this.mends.putOff(this.unitOfWork.singleStatement, due, {
          attempts,
          nextAt: error.at,
        });
        return;
      }
      this.log.error({ message: 'plans were not mended', listener: due.listener, mend: due.id });
      this.log.error(error);
      await this.tryLater(due);
      return;
    }
    await this.mends.remove(this.unitOfWork.singleStatement, due);
  }

  private async attempt(due: PlanMendEntity): Promise<void> {
    const mending = this.mendings.get(due.listener);
    if (!mending) throw new Error(`Nobody mends what ${due.listener} wrote down`);
    for (let attempt = 1; ; attempt += 1) {
      try {
        await mending.mend(due.payload, (tx) => this.mends.remove(tx, due), due.firstNotedAt);
        return;
      } catch (error) {
        const isOvertaken = error instanceof DomainError && error.code === 'VERSION_CONFLICT';
        if (!isOvertaken || attempt === OVERTAKEN_ATTEMPTS) throw error;
      }
    }
  }

  private async tryLater(due: PlanMendEntity): Promise<void> {
    const attempts = due.attempts + 1;
    const verdict = judgeFailedMend(attempts, this.clock.now());
    const { singleStatement } = this.unitOfWork;
    if (verdict.state === 'give_up') await this.mends.remove(singleStatement, due);
    else await this.mends.putOff(singleStatement, due, { attempts, nextAt: verdict.nextAt });
  }
}
