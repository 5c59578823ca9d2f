import type { ListFindingsQuery } from '@tongyun/contracts';
import type { AccessScope } from '@tongyun/kernel';
import type { CursorKey } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { actingBadge } from '../acting-badge.js';
import { RoadsideFindingEntity } from './roadside-finding.entity.js';
import { RoadsideFindingPhotoEntity } from './roadside-finding-photo.entity.js';
import { RoadsideFindingStepEntity } from './roadside-finding-step.entity.js';

export interface NamedFinding {
  readonly finding: RoadsideFindingEntity;
  readonly enterpriseName: string;
}

/** Findings as far as somebody may see them: an enterprise its own, a bureau those of its district. */
@Injectable()
export class FindingRepository {
  async add(
    tx: EntityManager,
    finding: RoadsideFindingEntity,
    step: RoadsideFindingStepEntity,
  ): Promise<void> {
    await tx.insert(RoadsideFindingEntity, finding);
    await tx.insert(RoadsideFindingStepEntity, step);
  }

  /** Held until the transaction ends, so that two cannot take a step at once. */
  async lock(
    tx: EntityManager,
    scope: AccessScope,
    id: string,
  ): Promise<RoadsideFindingEntity | null> {
    if (!(await this.find(tx, scope, id))) return null;
    return tx.findOne(RoadsideFindingEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async find(manager: EntityManager, scope: AccessScope, id: string): Promise<NamedFinding | null> {
    const rows = this.seen(manager, scope).andWhere('finding.id = :id', { id });
    return (await read(rows))[0] ?? null;
  }

  /** Newest first, after the cursor; one row more than the page holds. */
  list(
    manager: EntityManager,
    scope: AccessScope,
    { state, enterpriseId, limit }: ListFindingsQuery,
    after: CursorKey | null,
  ): Promise<NamedFinding[]> {
    const rows = this.seen(manager, scope);
    if (state) rows.andWhere('finding.state = :state', { state });
    if (enterpriseId) rows.andWhere('finding.enterpriseId = :enterpriseId', { enterpriseId });
    if (after)
      rows.andWhere('(finding.raisedAt, finding.id) < (:key::timestamptz, :id::uuid)', after);
    return read(
      rows.orderBy({ 'finding.raisedAt': 'DESC', 'finding.id': 'DESC' }).limit(limit + 1),
    );
  }

  async step(
    tx: EntityManager,
    finding: RoadsideFindingEntity,
    step: RoadsideFindingStepEntity,
  ): Promise<void> {
    await tx.insert(RoadsideFindingStepEntity, step);
    await tx.save(RoadsideFindingEntity, {
      ...finding,
      state: step.toState,
      dueOn: step.dueOn ?? finding.dueOn,
    });
  }

  /** The badge of whoever takes a step; null for one who has none. */
  async badgeOf(tx: EntityManager, { userId, actingBadgeNo }: AccessScope): Promise<string | null> {
    const rows: { badgeNo: string | null }[] = await tx.query(
      `SELECT ${actingBadge('$1::text', '$2::uuid')} AS "badgeNo"`,
      [actingBadgeNo ?? null, userId],
    );
    return rows[0]!.badgeNo;
  }

  /** Oldest first. */
  stepsOf(manager: EntityManager, ids: readonly string[]): Promise<RoadsideFindingStepEntity[]> {
    return manager.find(RoadsideFindingStepEntity, {
      where: { findingId: In([...ids]) },
      order: { takenAt: 'ASC', id: 'ASC' },
    });
  }

  /** Oldest first. */
  photosOf(manager: EntityManager, ids: readonly string[]): Promise<RoadsideFindingPhotoEntity[]> {
    return manager.find(RoadsideFindingPhotoEntity, {
      where: { findingId: In([...ids]) },
      order: { addedAt: 'ASC', id: 'ASC' },
    });
  }

  async addPhoto(tx: EntityManager, photo: RoadsideFindingPhotoEntity): Promise<void> {
    await tx.insert(RoadsideFindingPhotoEntity, photo);
  }

  private seen(manager: EntityManager, { enterpriseIds, district }: AccessScope) {
    const rows = manager
      .createQueryBuilder(RoadsideFindingEntity, 'finding')
      .innerJoin('enterprise', 'owner', 'owner.id = finding.enterpriseId')
      .addSelect('owner.name', 'owner_name')
      .where('true');
    if (enterpriseIds !== 'all') {
      rows.andWhere('finding.enterpriseId = ANY(:enterpriseIds)', { enterpriseIds });
    }
    if (district !== null) rows.andWhere('owner.district = :district', { district });
    return rows;
  }
}

async function read(rows: SelectQueryBuilder<RoadsideFindingEntity>): Promise<NamedFinding[]> {
  const { entities, raw } = await rows.getRawAndEntities<{ owner_name: string }>();
  return entities.map((finding, nth) => ({ finding, enterpriseName: raw[nth]!.owner_name }));
}
