import { addSeconds, type Clock, CLOCK } from '@tongyun/kernel';
import { BackgroundWork, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { AuditChain } from './data/audit-chain.repository.js';
import type { AuditEntryEntity } from './data/audit-entry.entity.js';
import { SealedRows } from './data/sealed-rows.repository.js';
import { closeLink, GENESIS } from './rules/chain.js';
import { SEALED_TABLES, type SealedTable } from './rules/sealed-tables.js';
import { firstIdAt, madeAt, NO_ID } from './rules/time-ordered-id.js';

const EVERY_MS = 5_000;
const LEASE = 'audit-seal';
const LEASE_SEC = 60;
/** A transaction is over by then, as a rule: its rows are sealed in the order of their ids. */
const SETTLE_SEC = 60;
/** What a longer transaction wrote is looked for this often, and this far back. */
export const SWEEP_EVERY_SEC = 3_600;
const SWEEP_BACK_SEC = 26 * 3_600;
/** One statement each to read and to add: short enough for the embedded database's one backend. */
const BATCH = 500;

/**
 * Puts what was decided and looked at into the chain, in the background: whoever writes such a row
 * does nothing for it. One process does so at a time, and the key of the chain's table lets no second
 * one add a link at the same place.
 */
@Injectable()
export class SealRecordsService implements OnApplicationBootstrap {
  private sweptAt: Date | null = null;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly background: BackgroundWork,
    private readonly chain: AuditChain,
    private readonly rows: SealedRows,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.background.every(EVERY_MS, () => this.seal());
  }

  /** Seals all that is due, unless another process does. */
  async seal(): Promise<void> {
    await this.background.alone(LEASE, LEASE_SEC, async (renew) => {
      const now = this.clock.now();
      const isSweepDue = this.sweptAt === null || addSeconds(this.sweptAt, SWEEP_EVERY_SEC) <= now;
      for (const table of SEALED_TABLES) await this.sealTable(table, isSweepDue, renew);
      if (isSweepDue) this.sweptAt = now;
    });
  }

  private async sealTable(
    table: SealedTable,
    isSweeping: boolean,
    renew: () => Promise<boolean>,
  ): Promise<void> {
    let isFull = true;
    let after = await this.startOf(table, isSweeping);
    while (isFull && !this.background.isStopping) {
      const links = await this.sealBatch(table, after);
      after = links.at(-1)?.rowId ?? after;
      isFull = links.length === BATCH && (await renew());
    }
  }

  private async startOf({ source }: SealedTable, isSweeping: boolean): Promise<string> {
    const last = await this.chain.lastRowId(this.unitOfWork.reads, source);
    if (last === null) return NO_ID;
    return isSweeping ? firstIdAt(addSeconds(madeAt(last), -SWEEP_BACK_SEC)) : last;
  }

  private sealBatch(table: SealedTable, after: string): Promise<AuditEntryEntity[]> {
    return this.unitOfWork.run(async (tx) => {
      const sealedAt = this.clock.now();
      const before = firstIdAt(addSeconds(sealedAt, -SETTLE_SEC));
      const rows = await this.rows.unsealed(tx, table, { after, before, limit: BATCH });
      if (rows.length === 0) return [];
      const head = await this.chain.head(tx);
      let sequence = head?.sequence ?? 0;
      let hash = head?.hash ?? GENESIS;
      const links = rows.map(({ rowId, digest }) => {
        sequence += 1;
        const { source, forms } = table;
        const link = { sequence, source, form: forms.length, rowId, digest, sealedAt };
        hash = closeLink(hash, link);
        return { ...link, hash };
      });
      await this.chain.add(tx, links);
      return links;
    });
  }
}
