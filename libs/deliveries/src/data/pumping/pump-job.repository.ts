import type { PumpJobId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AssignmentEntity } from '../assignment.entity.js';
import { PumpClaimEntity } from './pump-claim.entity.js';

/** Who is on a pump's job, and what was said of it. */
@Injectable()
export class PumpJobRepository {
  /** The newest assignment of the job that was not called off, held for change; null: nobody's. */
  lockAssignmentOf(tx: EntityManager, pumpJobId: PumpJobId): Promise<AssignmentEntity | null> {
    return tx
      .createQueryBuilder(AssignmentEntity, 'assignment')
      .setLock('pessimistic_write')
      .where(`assignment.pumpJobId = :pumpJobId AND assignment.state <> 'cancelled'`, { pumpJobId })
      .orderBy('assignment.createdAt', 'DESC')
      .addOrderBy('assignment.id', 'DESC')
      .limit(1)
      .getOne();
  }

  findClaim(manager: EntityManager, id: string): Promise<PumpClaimEntity | null> {
    return manager.findOneBy(PumpClaimEntity, { id });
  }

  /** Keeps a claim; false when this id was kept before. */
  async keepClaim(tx: EntityManager, claim: PumpClaimEntity): Promise<boolean> {
    const { raw }: { raw: unknown[] } = await tx
      .createQueryBuilder()
      .insert()
      .into(PumpClaimEntity)
      .values(claim)
      .orIgnore()
      .returning('id')
      .execute();
    return raw.length > 0;
  }
}
