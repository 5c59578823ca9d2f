import { UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import { type AskedCheck, RoadsideCheckRepository } from './data/roadside-check.repository.js';

/** In one statement; more wait for the next. */
const MOST_AT_ONCE = 200;

interface WaitingCheck {
  readonly check: AskedCheck;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Puts questions on record. Those that come while others are being written go together in the
 * next transaction, so that a city's officers do not wait for a disk write each.
 */
@Injectable()
export class RoadsideRecord {
  private waiting: WaitingCheck[] = [];
  private isWriting = false;

  constructor(
    private readonly checks: RoadsideCheckRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Resolves once the question is committed; until then its answer must not be given. */
  keep(check: AskedCheck): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ check, resolve, reject });
      if (!this.isWriting) void this.writeAll();
    });
  }

  private async writeAll(): Promise<void> {
    this.isWriting = true;
    while (this.waiting.length > 0) await this.write(this.waiting.splice(0, MOST_AT_ONCE));
    this.isWriting = false;
  }

  private async write(batch: readonly WaitingCheck[]): Promise<void> {
    try {
      await this.unitOfWork.run((tx) =>
        this.checks.insert(
          tx,
          batch.map(({ check }) => check),
        ),
      );
      for (const { resolve } of batch) resolve();
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }
}
