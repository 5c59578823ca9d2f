import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull, Not } from 'typeorm';
import { AuditVerificationEntity } from './audit-verification.entity.js';

/** Readings of the chain: asked for, and done. */
@Injectable()
export class AuditVerifications {
  firstWaiting(manager: EntityManager): Promise<AuditVerificationEntity | null> {
    return manager.findOne(AuditVerificationEntity, {
      where: { finishedAt: IsNull() },
      order: { requestedAt: 'ASC' },
    });
  }

  /** Newest first. */
  finished(manager: EntityManager, limit: number): Promise<AuditVerificationEntity[]> {
    return manager.find(AuditVerificationEntity, {
      where: { finishedAt: Not(IsNull()) },
      order: { requestedAt: 'DESC' },
      take: limit,
    });
  }

  latest(manager: EntityManager, limit: number): Promise<AuditVerificationEntity[]> {
    return manager.find(AuditVerificationEntity, { order: { requestedAt: 'DESC' }, take: limit });
  }

  async add(tx: EntityManager, row: AuditVerificationEntity): Promise<void> {
    await tx.insert(AuditVerificationEntity, row as object);
  }

  async finish(
    tx: EntityManager,
    { id, finishedAt, entries, headHash, findingCount, findings }: AuditVerificationEntity,
  ): Promise<void> {
    const found = { finishedAt, entries, headHash, findingCount, findings };
    await tx.update(AuditVerificationEntity, { id }, found as object);
  }
}
