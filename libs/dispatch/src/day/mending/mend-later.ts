import { DomainError } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** People change plans as well; whoever was second mends what the first has made of it. */
const ATTEMPTS = 3;

/**
 * Mends plans after what the product learnt of. Ways are asked for over the network, so it is done
 * after the transaction that told of it, one plan after the other.
 */
@Injectable()
export class MendLater implements BeforeApplicationShutdown {
  private readonly log = new Logger(MendLater.name);
  private mending: Promise<void> = Promise.resolve();

  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @param mend done once the transaction is kept; anew when the plan was changed meanwhile */
  after(tx: EntityManager, mend: () => Promise<unknown>): void {
    this.unitOfWork.onCommit(tx, () => {
      this.mending = this.mending.then(() => this.attempt(mend));
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.mending;
  }

  private async attempt(mend: () => Promise<unknown>): Promise<void> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      try {
        await mend();
        return;
      } catch (error) {
        const isOvertaken = error instanceof DomainError && error.code === 'VERSION_CONFLICT';
        if (!isOvertaken || attempt === ATTEMPTS) {
          this.log.error(error);
          return;
        }
      }
    }
  }
}
