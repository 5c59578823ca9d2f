import { type AccessScope, type Clock, CLOCK, newId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import { AuditVerificationEntity } from './data/audit-verification.entity.js';
import { AuditVerifications } from './data/audit-verifications.repository.js';

/** Asks for a reading of the chain, which the background does; one that already waits is enough. */
@Injectable()
export class RequestVerificationService {
  constructor(
    private readonly verifications: AuditVerifications,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  request(scope: AccessScope): Promise<AuditVerificationEntity> {
    return this.unitOfWork.run(async (tx) => {
      const waiting = await this.verifications.firstWaiting(tx);
      if (waiting !== null) return waiting;
      const row: AuditVerificationEntity = {
        id: newId<string>(),
        requestedBy: scope.userId,
        requestedAt: this.clock.now(),
        finishedAt: null,
        entries: null,
        headHash: null,
        findingCount: null,
        findings: [],
      };
      await this.verifications.add(tx, row);
      return row;
    });
  }
}
