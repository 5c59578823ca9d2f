import { addMinutes, type Clock, CLOCK } from '@tongyun/kernel';
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { UnitOfWork } from './unit-of-work.js';

const EVERY_MS = 3_600_000;
const DAY_MIN = 1_440;
/** A phone that was away for a weekend still gets its old answer. */
const KEEP_ANSWERS_DAYS = 7;
const KEEP_EVENTS_DAYS = 7;

/** Removes delivered events and kept answers that nobody will ask for any more. */
@Injectable()
export class ForgetOldRowsService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(ForgetOldRowsService.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.forget().catch((error: unknown) => this.log.error(error));
    }, EVERY_MS);
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  async forget(): Promise<void> {
    const now = this.clock.now();
    const events = addMinutes(now, -KEEP_EVENTS_DAYS * DAY_MIN);
    const answers = addMinutes(now, -KEEP_ANSWERS_DAYS * DAY_MIN);
    const { reads } = this.unitOfWork;
    // Events first: one whose receipt went before it would act twice.
    await reads.query(`DELETE FROM outbox_event WHERE delivered_at < $1`, [events]);
    await reads.query(
      `DELETE FROM outbox_receipt r WHERE handled_at < $1
      AND NOT EXISTS (SELECT 1 FROM outbox_event e WHERE e.id = r.event_id)`,
      [events],
    );
    await reads.query(`DELETE FROM idempotent_answer WHERE created_at < $1`, [answers]);
  }
}
