import type { ListVehiclesQuery, PlateColor } from '@tongyun/contracts';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  type EnterpriseId,
  type Interval,
  type VehicleId,
} from '@tongyun/kernel';
import type { CursorKey } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { holderOf } from './holder-of.js';
import { ofDistrict, onTripOf, seenThrough } from './seen-through.js';
import { UseAgreementEntity } from './use-agreement.entity.js';
import { VehicleEntity } from './vehicle.entity.js';

/** What a list of vehicles is ordered by: the plate, or what stands for it. */
const NAME = `coalesce(vehicle.plateNo, vehicle.equipmentNo, '')`;

/**
 * An enterprise sees what it owns, what it has, or had, an agreement to use, and what it has on a trip; own
 * use ends with ownership.
 */
const OWNED_OR_USED = `(vehicle.ownerEnterpriseId = ANY(:enterpriseIds)
  OR ${onTripOf('vehicle', (id) => `${id} = ANY(:enterpriseIds)`)} OR EXISTS (
  SELECT 1 FROM use_agreement use
  WHERE use.vehicle_id = vehicle.id AND use.kind <> 'own'
    AND use.enterprise_id = ANY(:enterpriseIds)))`;

/** A bureau sees what the enterprises of its district hold, and what they use of others, as on its map. */
const OF_DISTRICT = seenThrough('vehicle', ':seenAt::timestamptz', ofDistrict(':district'));

/** The questions this slice asks of its vehicles and of who may use them. */
@Injectable()
export class VehicleRepository {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  find(manager: EntityManager, scope: AccessScope, id: VehicleId): Promise<VehicleEntity | null> {
    return this.visible(manager, scope).andWhere('vehicle.id = :id', { id }).getOne();
  }

  findMany(
    manager: EntityManager,
    scope: AccessScope,
    ids: readonly VehicleId[],
  ): Promise<VehicleEntity[]> {
    return this.visible(manager, scope).andWhere('vehicle.id = ANY(:ids)', { ids }).getMany();
  }

  /** Every vehicle with this plate; one of unknown colour fits any colour asked for. */
  findByPlate(
    manager: EntityManager,
    scope: AccessScope,
    plateNo: string,
    color: PlateColor | null,
  ): Promise<VehicleEntity[]> {
    const rows = this.visible(manager, scope).andWhere('vehicle.plateNo = :plateNo', { plateNo });
    if (color !== null) {
      rows.andWhere('coalesce(vehicle.plateColor, :color) = :color', { color });
    }
    return rows.orderBy('vehicle.isProvisional').addOrderBy('vehicle.createdAt').getMany();
  }

  findByEquipmentNo(
    manager: EntityManager,
    scope: AccessScope,
    equipmentNo: string,
  ): Promise<VehicleEntity[]> {
    return this.visible(manager, scope)
      .andWhere('vehicle.equipmentNo = :equipmentNo', { equipmentNo })
      .getMany();
  }

  list(
    manager: EntityManager,
    scope: AccessScope,
    { kind, plateNo, isProvisional, limit }: ListVehiclesQuery,
    after: CursorKey | null,
  ): Promise<VehicleEntity[]> {
    const rows = this.visible(manager, scope);
    if (kind !== undefined) rows.andWhere('vehicle.kind = :kind', { kind });
    if (plateNo !== undefined) rows.andWhere('strpos(vehicle.plateNo, :plateNo) > 0', { plateNo });
    if (isProvisional !== undefined) {
      rows.andWhere('vehicle.isProvisional = :isProvisional', { isProvisional });
    }
    if (after) rows.andWhere(`(${NAME}, vehicle.id) > (:key, :id)`, after);
    return rows
      .orderBy(NAME)
      .addOrderBy('vehicle.id')
      .limit(limit + 1)
      .getMany();
  }

  /** Vehicles that an enterprise owns or may use at an instant. */
  usableBy(
    manager: EntityManager,
    scope: AccessScope,
    enterpriseId: EnterpriseId,
    at: Date,
  ): Promise<VehicleEntity[]> {
    return this.visible(manager, scope)
      .andWhere(
        `(vehicle.ownerEnterpriseId = :enterpriseId OR EXISTS (
            SELECT 1 FROM use_agreement use
            WHERE use.vehicle_id = vehicle.id AND use.enterprise_id = :enterpriseId
              AND use.kind <> 'own'
              AND use.valid_from <= :at
              AND coalesce(least(use.valid_to, use.ended_at) > :at, true)))`,
        { enterpriseId, at },
      )
      .orderBy('vehicle.id')
      .getMany();
  }

  /** Vehicles that an enterprise owns, or may use at some time of an interval. */
  usableDuring(
    manager: EntityManager,
    scope: AccessScope,
    enterpriseId: EnterpriseId,
    { from, to }: Interval,
  ): Promise<VehicleEntity[]> {
    return this.visible(manager, scope)
      .andWhere(
        `(vehicle.ownerEnterpriseId = :enterpriseId OR EXISTS (
            SELECT 1 FROM use_agreement use
            WHERE use.vehicle_id = vehicle.id AND use.enterprise_id = :enterpriseId
              AND use.kind <> 'own'
              AND use.valid_from < :to
              AND coalesce(least(use.valid_to, use.ended_at) > :from, true)))`,
        { enterpriseId, from, to },
      )
      .orderBy('vehicle.id')
      .getMany();
  }

  /** Which enterprise holds a vehicle now; null: none does. */
  async holder(manager: EntityManager, id: VehicleId): Promise<EnterpriseId | null> {
    const rows: { holderId: EnterpriseId | null }[] = await manager.query(
      `SELECT ${holderOf('vehicle', '$2::timestamptz')} AS "holderId" FROM vehicle WHERE id = $1`,
      [id, this.clock.now()],
    );
    return rows[0]?.holderId ?? null;
  }

  /** In the order of their beginning; one that was ended before its time is valid until then. */
  async usesOf(
    manager: EntityManager,
    vehicleIds: readonly VehicleId[],
  ): Promise<UseAgreementEntity[]> {
    const uses = await manager
      .createQueryBuilder(UseAgreementEntity, 'use')
      .where('use.vehicleId = ANY(:vehicleIds)', { vehicleIds })
      .orderBy('use.validFrom')
      .getMany();
    return uses.map((use) => ({ ...use, validTo: use.endedAt ?? use.validTo }));
  }

  /** Keeps others from changing the row until the transaction ends. */
  async lock(manager: EntityManager, id: VehicleId): Promise<VehicleEntity | null> {
    return manager.findOne(VehicleEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async insert(manager: EntityManager, row: VehicleEntity): Promise<void> {
    await manager.insert(VehicleEntity, row);
  }

  save(manager: EntityManager, row: VehicleEntity): Promise<VehicleEntity> {
    return manager.save(VehicleEntity, row);
  }

  private visible(manager: EntityManager, scope: AccessScope) {
    const { enterpriseIds, district } = scope;
    const rows = manager.createQueryBuilder(VehicleEntity, 'vehicle').where('true');
    if (enterpriseIds !== 'all') return rows.andWhere(OWNED_OR_USED, { enterpriseIds });
    if (district === null) return rows;
    return rows.andWhere(OF_DISTRICT, { district, seenAt: this.clock.now() });
  }
}
