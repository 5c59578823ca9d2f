import type { ListLoanRequestsQuery } from '@tongyun/contracts';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  type EnterpriseId,
  type Interval,
  type LoanRequestId,
  maySeeEnterprise,
} from '@tongyun/kernel';
import { readInstantCursor, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  LoanRepository,
  type LoanRequestRow,
  type LoanRow,
} from '../data/loans/loan.repository.js';
import type { VehicleLoanEntity } from '../data/loans/vehicle-loan.entity.js';

/** A request with the offers on it that the asker may see. */
export interface LoanRequestDetails extends LoanRequestRow {
  readonly isOwn: boolean;
  readonly loans: readonly (LoanRow & { readonly isOver: boolean })[];
}

@Injectable()
export class LoanQueries {
  constructor(
    private readonly loans: LoanRepository,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async request(
    scope: AccessScope,
    id: LoanRequestId,
    tx?: EntityManager,
  ): Promise<LoanRequestDetails> {
    const manager = tx ?? this.unitOfWork.reads;
    const row = await this.loans.findRequest(manager, scope, id);
    if (!row) throw new DomainError('LOAN_REQUEST_NOT_FOUND', `No request ${id}`, { id });
    const [details] = await this.withLoans(manager, scope, [row]);
    return details!;
  }

  /** Newest first; one row more than the page holds, for `toPage`. */
  async list(scope: AccessScope, query: ListLoanRequestsQuery): Promise<LoanRequestDetails[]> {
    const { reads } = this.unitOfWork;
    const after = readInstantCursor(query);
    const isOpen = query.isOpen ?? null;
    const rows = await this.loans.listRequests(reads, scope, isOpen, after, query.limit + 1);
    return this.withLoans(reads, scope, rows);
  }

  /** Loans in force within an interval, to an enterprise or from it. */
  inForce(
    scope: AccessScope,
    enterpriseId: EnterpriseId,
    during: Interval,
  ): Promise<VehicleLoanEntity[]> {
    return this.loans.acceptedWithin(this.unitOfWork.reads, scope, enterpriseId, during);
  }

  private async withLoans(
    manager: EntityManager,
    scope: AccessScope,
    rows: readonly LoanRequestRow[],
  ): Promise<LoanRequestDetails[]> {
    const loans = await this.loans.loansOf(
      manager,
      scope,
      rows.map(({ id }) => id),
    );
    const now = this.clock.now();
    return rows.map((row) => ({
      ...row,
      isOwn: maySeeEnterprise(scope, row.enterpriseId),
      loans: loans
        .filter(({ requestId }) => requestId === row.id)
        .map((loan) => ({ ...loan, isOver: loan.untilAt <= now })),
    }));
  }
}
