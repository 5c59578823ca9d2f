import type { WithdrawLedgerEntryRequest } from '@tongyun/contracts';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  newId,
  type Role,
} from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { LedgerEntryEntity } from './data/ledger-entry.entity.js';
import { LedgerWithdrawals } from './data/ledger-withdrawal.repository.js';
import { LedgerQueries, type ShownEntry } from './ledger-queries.service.js';
import { mayWithdraw, mayWrite } from './rules/ledger-kinds.js';

@Injectable()
export class WithdrawLedgerEntryService {
  constructor(
    private readonly ledger: LedgerQueries,
    private readonly withdrawals: LedgerWithdrawals,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Says of an entry that it was made in error: it counts no more, for good, and stays on record. */
  withdraw(
    scope: AccessScope,
    entryId: string,
    { reason }: WithdrawLedgerEntryRequest,
  ): Promise<ShownEntry> {
    return this.unitOfWork.run(async (tx) => {
      const entry = await this.ledger.get(scope, entryId, tx);
      const { recorderRoles } = await this.ledger.show(scope, entry, tx);
      assertMayWithdraw(scope, entry, recorderRoles);
      const withdrawal = {
        id: newId<string>(),
        entryId,
        reason,
        decidedBy: scope.userId,
        decidedAt: this.clock.now(),
      };
      if (!(await this.withdrawals.add(tx, withdrawal))) {
        throw new DomainError('LEDGER_ENTRY_WITHDRAWN', 'It was withdrawn before', { entryId });
      }
      return this.ledger.show(scope, entry, tx);
    });
  }
}

function assertMayWithdraw(
  { roles }: AccessScope,
  { id, kind }: LedgerEntryEntity,
  recorderRoles: readonly Role[],
): void {
  if (mayWithdraw(roles, { kind, recorderRoles })) return;
  if (!mayWrite(roles, kind)) {
    throw new DomainError('FORBIDDEN', `Your roles write no ${kind}`, { kind });
  }
  throw new DomainError('LEDGER_WITHDRAWAL_OF_ANOTHER', 'Another office made the entry', {
    entryId: id,
  });
}
