import type { ListVehiclesQuery, PlateColor } from '@tongyun/contracts';
import {
  type AccessScope,
  DomainError,
  type EnterpriseId,
  type Interval,
  type VehicleId,
} from '@tongyun/kernel';
import { readCursor, UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { UseAgreementEntity } from './data/use-agreement.entity.js';
import type { VehicleEntity } from './data/vehicle.entity.js';
import type { VehicleHomeEntity } from './data/vehicle-home.entity.js';
import { VehicleHomeRepository } from './data/vehicle-home.repository.js';
import { VehicleRepository } from './data/vehicle.repository.js';
import { normaliseEquipmentNo } from './rules/equipment-no.js';
import { normalisePlate } from './rules/plate.js';

/** A vehicle with every agreement on its use, ended and future ones too. */
export interface VehicleWithUses {
  readonly vehicle: VehicleEntity;
  readonly uses: readonly UseAgreementEntity[];
}

@Injectable()
export class VehicleQueries {
  constructor(
    private readonly vehicles: VehicleRepository,
    private readonly homes: VehicleHomeRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Where an enterprise said that its days begin and end, of each of these vehicles of which it did. */
  homesOf(
    enterpriseId: EnterpriseId,
    vehicleIds: readonly VehicleId[],
  ): Promise<VehicleHomeEntity[]> {
    return this.homes.ofVehicles(this.unitOfWork.reads, enterpriseId, vehicleIds);
  }

  async get(scope: AccessScope, id: VehicleId, tx?: EntityManager): Promise<VehicleEntity> {
    const row = await this.vehicles.find(tx ?? this.unitOfWork.reads, scope, id);
    if (!row) throw new DomainError('VEHICLE_NOT_FOUND', `No vehicle ${id}`, { id });
    return row;
  }

  getMany(
    scope: AccessScope,
    ids: readonly VehicleId[],
    tx?: EntityManager,
  ): Promise<VehicleEntity[]> {
    return this.vehicles.findMany(tx ?? this.unitOfWork.reads, scope, ids);
  }

  /**
   * Vehicles with this plate, real ones before provisional ones. More than one when colours differ
   * and none was stated.
   *
   * @param plateNo as typed; it is normalised here
   */
  findByPlate(
    scope: AccessScope,
    plateNo: string,
    color: PlateColor | null,
    tx?: EntityManager,
  ): Promise<VehicleEntity[]> {
    const manager = tx ?? this.unitOfWork.reads;
    return this.vehicles.findByPlate(manager, scope, normalisePlate(plateNo), color);
  }

  /**
   * The vehicle with this equipment number, if there is one.
   *
   * @param equipmentNo as stated; it is normalised here
   */
  findByEquipmentNo(
    scope: AccessScope,
    equipmentNo: string,
    tx?: EntityManager,
  ): Promise<VehicleEntity[]> {
    const manager = tx ?? this.unitOfWork.reads;
    return this.vehicles.findByEquipmentNo(manager, scope, normaliseEquipmentNo(equipmentNo));
  }

  /** By plate or equipment number; one row more than the page holds, for `toPage`. */
  list(scope: AccessScope, query: ListVehiclesQuery): Promise<VehicleEntity[]> {
    const { plateNo } = query;
    const wanted = plateNo === undefined ? query : { ...query, plateNo: normalisePlate(plateNo) };
    return this.vehicles.list(this.unitOfWork.reads, scope, wanted, readCursor(query));
  }

  /** Vehicles that an enterprise owns, or may use by an agreement in force at `at`. */
  async usableBy(
    scope: AccessScope,
    enterpriseId: EnterpriseId,
    at: Date,
    tx?: EntityManager,
  ): Promise<VehicleWithUses[]> {
    const manager = tx ?? this.unitOfWork.reads;
    return this.withUses(manager, await this.vehicles.usableBy(manager, scope, enterpriseId, at));
  }

  /** Vehicles that an enterprise owns, or may use by an agreement that touches an interval. */
  async usableDuring(
    scope: AccessScope,
    enterpriseId: EnterpriseId,
    during: Interval,
  ): Promise<VehicleWithUses[]> {
    const { reads } = this.unitOfWork;
    return this.withUses(
      reads,
      await this.vehicles.usableDuring(reads, scope, enterpriseId, during),
    );
  }

  async getWithUses(
    scope: AccessScope,
    ids: readonly VehicleId[],
    tx?: EntityManager,
  ): Promise<VehicleWithUses[]> {
    const manager = tx ?? this.unitOfWork.reads;
    return this.withUses(manager, await this.vehicles.findMany(manager, scope, ids));
  }

  private async withUses(
    manager: EntityManager,
    vehicles: readonly VehicleEntity[],
  ): Promise<VehicleWithUses[]> {
    const uses = await this.vehicles.usesOf(
      manager,
      vehicles.map(({ id }) => id),
    );
    const usesOf = new Map(vehicles.map(({ id }) => [id, [] as UseAgreementEntity[]]));
    for (const use of uses) usesOf.get(use.vehicleId)?.push(use);
    return vehicles.map((vehicle) => ({ vehicle, uses: usesOf.get(vehicle.id) ?? [] }));
  }
}
