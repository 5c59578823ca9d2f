import type { AuditFinding } from '@tongyun/contracts';
import { addSeconds } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import { AuditChain } from './data/audit-chain.repository.js';
import type { AuditEntryEntity } from './data/audit-entry.entity.js';
import { SealedRows } from './data/sealed-rows.repository.js';
import { judgeLink } from './rules/chain.js';
import { judgeSeal } from './rules/judge-seal.js';
import { SEALED_TABLES, type SealedTable } from './rules/sealed-tables.js';
import { firstIdAt, NO_ID } from './rules/time-ordered-id.js';
import { SWEEP_EVERY_SEC } from './seal-records.service.js';

const PAGE = 2_000;
/** Two sweeps before the last link, everything older had been looked for. */
const SETTLED_SEC = 2 * SWEEP_EVERY_SEC;

/** A head that was written down elsewhere: the chain must still lead through it. */
export interface KnownHead {
  readonly sequence: number;
  readonly hash: string;
}

export interface AuditVerdict {
  /** Links that were read. */
  readonly entries: number;
  readonly head: KnownHead | null;
  /** Rows not sealed yet, as the newest are. */
  readonly waiting: number;
  /** Sealed rows that went because their kind is kept no longer. */
  readonly keptNoLonger: number;
  readonly findingCount: number;
}

/** Reads the whole chain, and every row that it holds, and tells what is not as it was sealed. */
@Injectable()
export class VerifyRecordsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly chain: AuditChain,
    private readonly rows: SealedRows,
  ) {}

  /**
   * @param report called with each finding
   * @param known heads of earlier days, kept where whoever can write to the database cannot
   */
  async verify(
    report: (finding: AuditFinding) => void,
    known: readonly KnownHead[] = [],
  ): Promise<AuditVerdict> {
    let findingCount = 0;
    const tell = (finding: AuditFinding) => {
      findingCount += 1;
      report(finding);
    };
    const head = await this.chain.head(this.unitOfWork.reads);
    const entries = await this.readChain(head?.sequence ?? 0, known, tell);
    const sum = { waiting: 0, keptNoLonger: 0 };
    for (const table of SEALED_TABLES) {
      const { waiting, keptNoLonger } = await this.readTable(table, head, tell);
      sum.waiting += waiting;
      sum.keptNoLonger += keptNoLonger;
    }
    const shown = head && { sequence: head.sequence, hash: head.hash };
    return { entries, head: shown, ...sum, findingCount };
  }

  private async readChain(
    upto: number,
    known: readonly KnownHead[],
    tell: (finding: AuditFinding) => void,
  ): Promise<number> {
    const unseen = new Map(known.map(({ sequence, hash }) => [sequence, hash]));
    let previous: AuditEntryEntity | null = null;
    let entries = 0;
    let page: AuditEntryEntity[] = [];
    do {
      page = await this.chain.after(this.unitOfWork.reads, previous?.sequence ?? 0, PAGE);
      for (const link of page) {
        if (link.sequence > upto) break;
        const verdict = judgeLink(previous, link);
        const { sequence, source, rowId } = link;
        if (verdict !== 'holds') tell({ kind: verdict, sequence, source, rowId });
        if ((unseen.get(sequence) ?? link.hash) === link.hash) unseen.delete(sequence);
        previous = link;
        entries += 1;
      }
    } while (page.length === PAGE && (previous?.sequence ?? 0) < upto);
    for (const sequence of unseen.keys()) {
      tell({ kind: 'head_lost', sequence, source: null, rowId: null });
    }
    return entries;
  }

  private async readTable(
    table: SealedTable,
    head: AuditEntryEntity | null,
    tell: (finding: AuditFinding) => void,
  ): Promise<{ waiting: number; keptNoLonger: number }> {
    const settledBefore = head ? firstIdAt(addSeconds(head.sealedAt, -SETTLED_SEC)) : NO_ID;
    const sum = { waiting: 0, keptNoLonger: 0 };
    let after = NO_ID;
    for (;;) {
      const page = await this.rows.beside(this.unitOfWork.reads, table, after, PAGE);
      for (const row of page) {
        const verdict = judgeSeal(row, settledBefore);
        if (verdict === 'waiting') sum.waiting += 1;
        else if (verdict === 'kept_no_longer') sum.keptNoLonger += 1;
        else if (verdict !== 'holds') {
          const { rowId, sealed } = row;
          const { source } = table;
          tell({ kind: verdict, sequence: sealed?.sequence ?? null, source, rowId });
        }
      }
      const last = page.at(-1);
      if (last === undefined) return sum;
      after = last.rowId;
    }
  }
}
