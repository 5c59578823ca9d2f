import { EnterpriseQueries } from '@tongyun/fleet';
import { type EnterpriseId, SYSTEM_SCOPE } from '@tongyun/kernel';
import { BackgroundWork, UnitOfWork } from '@tongyun/platform';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { CreditRepository } from './data/credit.repository.js';
import { StandingBook } from './standing-book.service.js';

const EVERY_MS = 60_000;

/**
 * Has the grades in force bring what the policy of the moment says: a changed policy binds from the
 * minute that it takes effect, whoever was graded before, and not from the next decision only.
 */
@Injectable()
export class KeepStandings implements OnApplicationBootstrap {
  private readonly log = new Logger(KeepStandings.name);

  constructor(
    private readonly credit: CreditRepository,
    private readonly enterprises: EnterpriseQueries,
    private readonly book: StandingBook,
    private readonly unitOfWork: UnitOfWork,
    private readonly background: BackgroundWork,
  ) {}

  onApplicationBootstrap(): void {
    this.background.every(EVERY_MS, () => this.keep());
  }

  /** What fails is tried again with the next round, and keeps no other enterprise back. */
  async keep(): Promise<void> {
    for (const id of await this.credit.gradedEnterprises(this.unitOfWork.reads)) {
      if (this.background.isStopping) return;
      try {
        await this.keepOne(id);
      } catch (error) {
        this.log.error(error);
      }
    }
  }

  private keepOne(id: EnterpriseId): Promise<boolean> {
    return this.unitOfWork.run(async (tx) => {
      await this.credit.lockEnterprise(tx, id);
      const enterprise = await this.enterprises.get(SYSTEM_SCOPE, id, tx);
      return this.book.set(tx, enterprise, await this.credit.decisions(tx, id));
    });
  }
}
