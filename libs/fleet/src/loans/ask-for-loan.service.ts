import type { AskForLoanRequest } from '@tongyun/contracts';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  type LoanRequestId,
  newId,
  type PlantId,
} from '@tongyun/kernel';
import { assertUnchanged, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import { LoanRepository } from '../data/loans/loan.repository.js';
import { PlantQueries } from '../plant-queries.service.js';
import { LoanQueries } from './loan-queries.service.js';

/** Asks every enterprise for trucks, and stops asking. */
@Injectable()
export class AskForLoanService {
  constructor(
    private readonly loans: LoanRepository,
    private readonly queries: LoanQueries,
    private readonly plants: PlantQueries,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async ask(scope: AccessScope, { plantId, ...wanted }: AskForLoanRequest): Promise<LoanRequestId> {
    const now = this.clock.now();
    if (wanted.untilAt <= wanted.fromAt || wanted.untilAt <= now) {
      throw new DomainError('LOAN_PERIOD_INVALID', 'The loan ends before it begins, or is over', {
        fromAt: wanted.fromAt,
        untilAt: wanted.untilAt,
      });
    }
    const plant = await this.plants.get(scope, plantId as PlantId);
    const id = newId<LoanRequestId>();
    await this.unitOfWork.run((tx) =>
      this.loans.insertRequest(tx, {
        ...wanted,
        id,
        enterpriseId: plant.enterpriseId,
        plantId: plant.id,
        state: 'open',
        askedBy: scope.userId,
        askedAt: now,
        version: 1,
      }),
    );
    return id;
  }

  /** Vehicles that are offered and not accepted yet can be accepted no more. */
  async close(scope: AccessScope, id: LoanRequestId, ifMatch: string | undefined): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const seen = await this.queries.request(scope, id, tx);
      const request = await this.loans.lockRequest(tx, id);
      assertUnchanged(ifMatch, request, { state: request.state });
      if (!seen.isOwn) throw new DomainError('FORBIDDEN', 'Who asked stops asking');
      if (request.state === 'closed') {
        throw new DomainError('LOAN_REQUEST_CLOSED', 'The request is closed', { id });
      }
      await this.loans.closeRequest(tx, request);
    });
  }
}
