import type {
  ListRegistrationsQuery,
  PlateColor,
  RegistrationBody,
  RegistrationState,
  VehicleKind,
} from '@tongyun/contracts';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  type EnterpriseId,
  type VehicleId,
} from '@tongyun/kernel';
import type { CursorKey } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { WarnedDays } from '../rules/day-validity.js';
import { papersEndOn } from './papers-end-on.js';
import { RegistrationEntity } from './registration.entity.js';
import { HOLDER_ID, VISIBLE_VEHICLE_IDS, visibleVehiclesOf } from './visible-vehicles.js';

/** A vehicle of the fleet and where its registration stands. */
export interface RegistrationRow {
  readonly vehicleId: VehicleId;
  readonly kind: VehicleKind;
  readonly plateNo: string | null;
  readonly plateColor: PlateColor | null;
  readonly equipmentNo: string | null;
  readonly fleetNo: string | null;
  readonly drumCapacityM3: number | null;
  readonly boomLengthM: number | null;
  readonly lineLengthM: number | null;
  readonly emissionClass: string | null;
  readonly tareKg: number | null;
  readonly ownerEnterpriseId: EnterpriseId | null;
  readonly ownerName: string | null;
  /** Who acts for it: its owner; of a haulage firm's who uses it by an agreement in force; null: nobody. */
  readonly holderEnterpriseId: EnterpriseId | null;
  readonly holderDistrict: string | null;
  readonly registrationNo: string | null;
  readonly state: RegistrationState;
  /** Empty while nobody has submitted it. */
  readonly steps: readonly RegistrationBody[];
  /** The last day of the paper that ends first, newer ones of its kind aside; null: none names one. */
  readonly papersEndOn: string | null;
  readonly updatedAt: Date;
  /** 0 while nobody has taken a first step. */
  readonly version: number;
}

const NAME = `coalesce(vehicle.plate_no, vehicle.equipment_no, '')`;
const STATE = `coalesce(registration.state, 'draft')`;

const PAPERS_END_ON = papersEndOn('vehicle', 'vehicle.id');

/** The questions this slice asks of registrations. */
@Injectable()
export class RegistrationRepository {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  findRow(
    manager: EntityManager,
    scope: AccessScope,
    vehicleId: VehicleId,
  ): Promise<RegistrationRow | undefined> {
    return this.rows(manager, scope)
      .andWhere('vehicle.id = :vehicleId', { vehicleId })
      .getRawOne<RegistrationRow>();
  }

  /** By plate or equipment number, after the cursor. */
  list(
    manager: EntityManager,
    scope: AccessScope,
    { state, plateNo, papersValidity, limit }: ListRegistrationsQuery,
    days: WarnedDays,
    after: CursorKey | null,
  ): Promise<RegistrationRow[]> {
    const rows = this.rows(manager, scope);
    if (papersValidity === 'expired') rows.andWhere(`${PAPERS_END_ON} < :today::date`, days);
    if (papersValidity === 'expiring') {
      rows.andWhere(`${PAPERS_END_ON} BETWEEN :today::date AND :untilOn::date`, days);
    }
    if (state !== undefined) rows.andWhere(`${STATE} = :state`, { state });
    if (plateNo !== undefined) rows.andWhere('strpos(vehicle.plate_no, :plateNo) > 0', { plateNo });
    if (after) rows.andWhere(`(${NAME}, vehicle.id) > (:key, :id)`, after);
    return rows
      .orderBy(NAME)
      .addOrderBy('vehicle.id')
      .limit(limit + 1)
      .getRawMany<RegistrationRow>();
  }

  async ofVehicles(
    manager: EntityManager,
    vehicleIds: readonly VehicleId[],
  ): Promise<ReadonlyMap<VehicleId, RegistrationEntity>> {
    const rows = await manager
      .createQueryBuilder(RegistrationEntity, 'registration')
      .where('registration.vehicleId = ANY(:vehicleIds)', { vehicleIds })
      .getMany();
    return new Map(rows.map((row) => [row.vehicleId, row]));
  }

  /** The vehicle's row, held until the transaction ends; begun as a draft if there is none. */
  async lock(manager: EntityManager, vehicleId: VehicleId, now: Date): Promise<RegistrationEntity> {
    await manager.query(
      `INSERT INTO registration (vehicle_id, state, updated_at, version)
       VALUES ($1, 'draft', $2, 0) ON CONFLICT DO NOTHING`,
      [vehicleId, now],
    );
    return manager.findOneOrFail(RegistrationEntity, {
      where: { vehicleId },
      lock: { mode: 'pessimistic_write' },
    });
  }

  save(manager: EntityManager, row: RegistrationEntity): Promise<RegistrationEntity> {
    return manager.save(RegistrationEntity, row);
  }

  /** Makes a further version of it: what it is about was changed, not how far it is. */
  async touch(manager: EntityManager, vehicleId: VehicleId, now: Date): Promise<void> {
    await manager.update(RegistrationEntity, { vehicleId }, { updatedAt: now });
  }

  /** Vehicles that somebody entered, with or without a registration begun. */
  private rows(manager: EntityManager, scope: AccessScope) {
    return manager
      .createQueryBuilder()
      .select('vehicle.id', 'vehicleId')
      .addSelect('vehicle.kind', 'kind')
      .addSelect('vehicle.plate_no', 'plateNo')
      .addSelect('vehicle.plate_color', 'plateColor')
      .addSelect('vehicle.equipment_no', 'equipmentNo')
      .addSelect('vehicle.fleet_no', 'fleetNo')
      .addSelect('vehicle.drum_capacity_m3', 'drumCapacityM3')
      .addSelect('vehicle.boom_length_m', 'boomLengthM')
      .addSelect('vehicle.line_length_m', 'lineLengthM')
      .addSelect('vehicle.emission_class', 'emissionClass')
      .addSelect('vehicle.tare_kg', 'tareKg')
      .addSelect('vehicle.owner_enterprise_id', 'ownerEnterpriseId')
      .addSelect('vehicle.owner_name', 'ownerName')
      .addSelect('holder.id', 'holderEnterpriseId')
      .addSelect('holder.district', 'holderDistrict')
      .addSelect('registration.registration_no', 'registrationNo')
      .addSelect(STATE, 'state')
      .addSelect(`coalesce(registration.steps, '{}')`, 'steps')
      .addSelect(`${PAPERS_END_ON}::text`, 'papersEndOn')
      .addSelect('coalesce(registration.updated_at, vehicle.created_at)', 'updatedAt')
      .addSelect('coalesce(registration.version, 0)', 'version')
      .from('vehicle', 'vehicle')
      .leftJoin('registration', 'registration', 'registration.vehicle_id = vehicle.id')
      .leftJoin('enterprise', 'holder', `holder.id = ${HOLDER_ID}`)
      .where('NOT vehicle.is_provisional')
      .andWhere(
        `vehicle.id IN (${VISIBLE_VEHICLE_IDS})`,
        visibleVehiclesOf(scope, this.clock.now()),
      );
  }
}
