import type { ListVehicleTransfersQuery, PlateColor } from '@tongyun/contracts';
import type { AccessScope, Role, VehicleId, VehicleTransferId } from '@tongyun/kernel';
import type { CursorKey } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { VehicleTransferEntity } from './vehicle-transfer.entity.js';
import { VehicleTransferStepEntity } from './vehicle-transfer-step.entity.js';

/** A transfer with the names that people know vehicle and enterprises by. */
export interface VehicleTransferRow {
  readonly transfer: VehicleTransferEntity;
  readonly plateNo: string | null;
  readonly plateColor: PlateColor | null;
  readonly fromEnterpriseName: string;
  readonly toEnterpriseName: string;
}

/** A step with the roles that its decider has now. */
export type VehicleTransferStepRow = Pick<
  VehicleTransferStepEntity,
  'fromState' | 'toState' | 'reason' | 'decidedBy' | 'decidedAt'
> & { readonly decidedByRoles: Role[] };

/** Both enterprises see a transfer, and the bureaus of both districts. */
@Injectable()
export class VehicleTransferRepository {
  async find(
    manager: EntityManager,
    scope: AccessScope,
    id: VehicleTransferId,
  ): Promise<VehicleTransferRow | null> {
    const rows = this.visible(manager, scope).andWhere('transfer.id = :id', { id });
    return (await read(rows))[0] ?? null;
  }

  /** Newest first, after the cursor. */
  list(
    manager: EntityManager,
    scope: AccessScope,
    { state, limit }: ListVehicleTransfersQuery,
    after: CursorKey | null,
  ): Promise<VehicleTransferRow[]> {
    const rows = this.visible(manager, scope);
    if (state !== undefined) rows.andWhere('transfer.state = :state', { state });
    if (after) {
      rows.andWhere('(transfer.askedAt, transfer.id) < (:key::timestamptz, :id)', after);
    }
    rows.orderBy({ 'transfer.askedAt': 'DESC', 'transfer.id': 'DESC' }).limit(limit + 1);
    return read(rows);
  }

  isOpen(tx: EntityManager, vehicleId: VehicleId): Promise<boolean> {
    return tx.exists(VehicleTransferEntity, {
      where: [
        { vehicleId, state: 'asked' },
        { vehicleId, state: 'agreed' },
      ],
    });
  }

  /**
   * Whether a driver is on the vehicle, a trip of it is under way, or who will have it no more has jobs
   * released to it. Reads deliveries' tables.
   */
  async isAtWork(
    tx: EntityManager,
    { vehicleId, toEnterpriseId }: Pick<VehicleTransferEntity, 'vehicleId' | 'toEnterpriseId'>,
  ): Promise<boolean> {
    const [row]: [{ at_work: boolean }] = await tx.query(
      `SELECT EXISTS (SELECT 1 FROM duty WHERE vehicle_id = $1 AND clock_out_at IS NULL)
         OR EXISTS (SELECT 1 FROM trip
                    WHERE vehicle_id = $1 AND started_at IS NOT NULL AND ended_at IS NULL)
         OR EXISTS (SELECT 1 FROM assignment
                    WHERE vehicle_id = $1 AND state = 'released' AND enterprise_id <> $2)
         AS at_work`,
      [vehicleId, toEnterpriseId],
    );
    return row.at_work;
  }

  lock(tx: EntityManager, id: VehicleTransferId): Promise<VehicleTransferEntity> {
    const lock = { mode: 'pessimistic_write' } as const;
    return tx.findOneOrFail(VehicleTransferEntity, { where: { id }, lock });
  }

  /** Oldest first. */
  stepsOf(
    manager: EntityManager,
    transferId: VehicleTransferId,
  ): Promise<VehicleTransferStepRow[]> {
    return manager.query(
      `SELECT step.from_state AS "fromState", step.to_state AS "toState", step.reason,
         step.decided_by AS "decidedBy", step.decided_at AS "decidedAt",
         coalesce(decider.roles, '{}') AS "decidedByRoles"
       FROM vehicle_transfer_step step LEFT JOIN app_user decider ON decider.id = step.decided_by
       WHERE step.transfer_id = $1 ORDER BY step.decided_at, step.id`,
      [transferId],
    );
  }

  async insert(tx: EntityManager, row: VehicleTransferEntity): Promise<void> {
    await tx.insert(VehicleTransferEntity, row);
  }

  async save(tx: EntityManager, row: VehicleTransferEntity): Promise<void> {
    await tx.save(VehicleTransferEntity, row);
  }

  async insertStep(tx: EntityManager, row: VehicleTransferStepEntity): Promise<void> {
    await tx.insert(VehicleTransferStepEntity, row);
  }

  private visible(manager: EntityManager, { enterpriseIds, district }: AccessScope) {
    const rows = manager
      .createQueryBuilder(VehicleTransferEntity, 'transfer')
      .innerJoin('vehicle', 'vehicle', 'vehicle.id = transfer.vehicleId')
      .innerJoin('enterprise', 'giver', 'giver.id = transfer.fromEnterpriseId')
      .innerJoin('enterprise', 'taker', 'taker.id = transfer.toEnterpriseId')
      .addSelect('vehicle.plate_no', 'plate_no')
      .addSelect('vehicle.plate_color', 'plate_color')
      .addSelect('giver.name', 'giver_name')
      .addSelect('taker.name', 'taker_name')
      .where('true');
    if (district !== null) {
      rows.andWhere(':district IN (giver.district, taker.district)', { district });
    }
    if (enterpriseIds === 'all') return rows;
    return rows.andWhere('(giver.id = ANY(:enterpriseIds) OR taker.id = ANY(:enterpriseIds))', {
      enterpriseIds,
    });
  }
}

async function read(
  rows: ReturnType<VehicleTransferRepository['visible']>,
): Promise<VehicleTransferRow[]> {
  const { entities, raw } = await rows.getRawAndEntities<{
    plate_no: string | null;
    plate_color: PlateColor | null;
    giver_name: string;
    taker_name: string;
  }>();
  return entities.map((transfer, index) => ({
    transfer,
    plateNo: raw[index]!.plate_no,
    plateColor: raw[index]!.plate_color,
    fromEnterpriseName: raw[index]!.giver_name,
    toEnterpriseName: raw[index]!.taker_name,
  }));
}
