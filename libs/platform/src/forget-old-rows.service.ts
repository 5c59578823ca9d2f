import { addMinutes, type Clock, CLOCK } from '@tongyun/kernel';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { BackgroundWork } from './background-work.js';
import { UnitOfWork } from './unit-of-work.js';

const EVERY_MS = 3_600_000;
const DAY_MIN = 1_440;
/** A phone that was away for a weekend still gets its old answer. */
const KEEP_ANSWERS_DAYS = 7;
const KEEP_EVENTS_DAYS = 7;

/** Removes delivered events and kept answers that nobody will ask for any more. */
@Injectable()
export class ForgetOldRowsService implements OnApplicationBootstrap {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly background: BackgroundWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.background.every(EVERY_MS, () => this.forget());
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
