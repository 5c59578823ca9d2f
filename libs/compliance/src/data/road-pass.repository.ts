import type { ListPassesQuery } from '@tongyun/contracts';
import { holderOf } from '@tongyun/fleet';
import { type AccessScope, type Clock, CLOCK, type PassId, type VehicleId } from '@tongyun/kernel';
import type { CursorKey } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { RoadPassEntity } from './road-pass.entity.js';
import { VISIBLE_VEHICLE_IDS, visibleVehiclesOf } from './visible-vehicles.js';

/** What the state that a pass is shown in depends on beside itself. */
export interface PassClock {
  readonly now: Date;
  /** A valid pass that ends by then is `expiring`. */
  readonly expiringFrom: Date;
}

/** As `computePassState` has it. */
const SHOWN_STATE = `CASE
  WHEN pass.state <> 'valid' THEN pass.state
  WHEN pass.valid_from > :now THEN 'pending'
  WHEN pass.valid_to <= :now THEN 'expired'
  WHEN pass.valid_to <= :expiringFrom THEN 'expiring'
  ELSE 'valid' END`;

/**
 * A barred enterprise may do no business, so what it holds needs no pass: people revoke it (R31).
 *
 * @param at an expression for the instant at which it is held
 */
const revocationDueAt = (at: string): string => `(pass.state <> 'revoked' AND EXISTS (
  SELECT 1 FROM vehicle held JOIN enterprise holder ON holder.id = ${holderOf('held', at)}
  WHERE held.id = pass.vehicle_id AND holder.is_barred))`;

/** The questions this slice asks of its road passes. */
@Injectable()
export class RoadPassRepository {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  find(manager: EntityManager, scope: AccessScope, id: PassId): Promise<RoadPassEntity | null> {
    return this.visible(manager, scope).andWhere('pass.id = :id', { id }).getOne();
  }

  /** Newest month first, after the cursor. */
  list(
    manager: EntityManager,
    scope: AccessScope,
    { vehicleId, plateNo, state, isRevocationDue, limit }: ListPassesQuery,
    clock: PassClock,
    after: CursorKey | null,
  ): Promise<RoadPassEntity[]> {
    const rows = this.visible(manager, scope);
    if (vehicleId !== undefined) rows.andWhere('pass.vehicleId = :vehicleId', { vehicleId });
    if (plateNo !== undefined) {
      rows.andWhere(
        `EXISTS (SELECT 1 FROM vehicle named
                 WHERE named.id = pass.vehicleId AND strpos(named.plate_no, :plateNo) > 0)`,
        { plateNo },
      );
    }
    if (state !== undefined) rows.andWhere(`${SHOWN_STATE} = :state`, { ...clock, state });
    if (isRevocationDue !== undefined) {
      const isDue = revocationDueAt(':now::timestamptz');
      rows.andWhere(isRevocationDue ? isDue : `NOT ${isDue}`, clock);
    }
    if (after) rows.andWhere('(pass.passNo, pass.id) < (:key, :id)', after);
    return rows
      .orderBy({ 'pass.passNo': 'DESC', 'pass.id': 'DESC' })
      .limit(limit + 1)
      .getMany();
  }

  ofVehicles(manager: EntityManager, vehicleIds: readonly VehicleId[]): Promise<RoadPassEntity[]> {
    return manager
      .createQueryBuilder(RoadPassEntity, 'pass')
      .where('pass.vehicleId = ANY(:vehicleIds)', { vehicleIds })
      .orderBy('pass.validTo', 'DESC')
      .getMany();
  }

  /** Which of these are to be revoked because of who holds the vehicle. */
  async idsToRevoke(manager: EntityManager, ids: readonly PassId[]): Promise<Set<PassId>> {
    const rows: { id: PassId }[] = await manager.query(
      `SELECT pass.id FROM road_pass pass WHERE pass.id = ANY($1) AND ${revocationDueAt('$2::timestamptz')}`,
      [ids, this.clock.now()],
    );
    return new Set(rows.map(({ id }) => id));
  }

  lock(manager: EntityManager, id: PassId): Promise<RoadPassEntity | null> {
    return manager.findOne(RoadPassEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async insert(manager: EntityManager, row: RoadPassEntity): Promise<void> {
    await manager.insert(RoadPassEntity, row);
  }

  save(manager: EntityManager, row: RoadPassEntity): Promise<RoadPassEntity> {
    return manager.save(RoadPassEntity, row);
  }

  private visible(manager: EntityManager, scope: AccessScope) {
    return manager
      .createQueryBuilder(RoadPassEntity, 'pass')
      .where(
        `pass.vehicleId IN (${VISIBLE_VEHICLE_IDS})`,
        visibleVehiclesOf(scope, this.clock.now()),
      );
  }
}
