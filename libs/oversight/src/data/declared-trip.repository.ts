import type { ListDeclaredTripsQuery } from '@tongyun/contracts';
import type { AccessScope, EnterpriseId } from '@tongyun/kernel';
import type { CursorKey } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CityPeriod } from '../rules/city-period.js';
import { declaredDoneAt } from './declared-done-at.js';
import { DeclaredTripEntity } from './declared-trip.entity.js';

export type DeclaredTripRow = Omit<DeclaredTripEntity, 'completedBy' | 'completedAt'> & {
  readonly plateNo: string | null;
};

/** A trip with the names that a reader of the file knows things by. */
export type DeclaredTripExportRow = Pick<
  DeclaredTripRow,
  'tripNo' | 'plateNo' | 'siteName' | 'grade' | 'm3' | 'leftPlantAt' | 'dischargedAt' | 'declaredAt'
> & {
  readonly enterpriseName: string;
  readonly plantName: string | null;
};

/** The questions this slice asks of declared trips. */
@Injectable()
export class DeclaredTripRepository {
  /** The trip of this number, which there is, held until the transaction ends. */
  lockByNumber(
    tx: EntityManager,
    enterpriseId: EnterpriseId,
    tripNo: string,
  ): Promise<DeclaredTripEntity> {
    const lock = { mode: 'pessimistic_write' } as const;
    return tx.findOneOrFail(DeclaredTripEntity, { where: { enterpriseId, tripNo }, lock });
  }

  async complete(
    tx: EntityManager,
    id: string,
    discharge: Pick<DeclaredTripEntity, 'dischargedAt' | 'completedBy' | 'completedAt'>,
  ): Promise<void> {
    await tx.update(DeclaredTripEntity, { id }, discharge);
  }

  /** Says whether the number is new; one that two requests bring at once is entered once. */
  async insertNew(tx: EntityManager, row: DeclaredTripEntity): Promise<boolean> {
    const { raw } = await tx
      .createQueryBuilder()
      .insert()
      .into(DeclaredTripEntity)
      .values(row)
      .orIgnore()
      .returning('id')
      .execute();
    return (raw as unknown[]).length > 0;
  }

  /** The latest departure first, after the cursor. */
  list(
    manager: EntityManager,
    { enterpriseIds, district }: AccessScope,
    { enterpriseId, limit }: ListDeclaredTripsQuery,
    after: CursorKey | null,
  ): Promise<DeclaredTripRow[]> {
    return manager.query(
      `SELECT trip.id, trip.enterprise_id AS "enterpriseId", trip.trip_no AS "tripNo",
         trip.plant_id AS "plantId", trip.vehicle_id AS "vehicleId", vehicle.plate_no AS "plateNo",
         trip.site_name AS "siteName", trip.grade, trip.m3, trip.left_plant_at AS "leftPlantAt",
         trip.discharged_at AS "dischargedAt", trip.declared_by AS "declaredBy",
         trip.declared_at AS "declaredAt"
       FROM declared_trip trip
       JOIN enterprise ON enterprise.id = trip.enterprise_id
       LEFT JOIN vehicle ON vehicle.id = trip.vehicle_id
       WHERE ($1::uuid[] IS NULL OR trip.enterprise_id = ANY($1::uuid[]))
         AND ($2::text IS NULL OR enterprise.district = $2)
         AND ($3::uuid IS NULL OR trip.enterprise_id = $3)
         AND ($4::timestamptz IS NULL OR (trip.left_plant_at, trip.id) < ($4, $5::uuid))
       ORDER BY trip.left_plant_at DESC, trip.id DESC LIMIT $6`,
      [
        enterpriseIds === 'all' ? null : enterpriseIds,
        district,
        enterpriseId ?? null,
        after?.key ?? null,
        after?.id ?? null,
        limit + 1,
      ],
    );
  }

  /** Those that count in a period, as in its sums, in the order of their departures. */
  ofPeriod(
    manager: EntityManager,
    { enterpriseIds, district }: AccessScope,
    { from, to }: CityPeriod,
    enterpriseId: string | undefined,
    limit: number,
  ): Promise<DeclaredTripExportRow[]> {
    return manager.query(
      `SELECT enterprise.name AS "enterpriseName", plant.name AS "plantName",
         trip.trip_no AS "tripNo", vehicle.plate_no AS "plateNo", trip.site_name AS "siteName",
         trip.grade, trip.m3, trip.left_plant_at AS "leftPlantAt",
         trip.discharged_at AS "dischargedAt", trip.declared_at AS "declaredAt"
       FROM declared_trip trip
       JOIN enterprise ON enterprise.id = trip.enterprise_id
       LEFT JOIN plant ON plant.id = trip.plant_id
       LEFT JOIN vehicle ON vehicle.id = trip.vehicle_id
       WHERE ($1::uuid[] IS NULL OR trip.enterprise_id = ANY($1::uuid[]))
         AND ($2::text IS NULL OR enterprise.district = $2)
         AND ($3::uuid IS NULL OR trip.enterprise_id = $3)
         AND ${declaredDoneAt('trip')} >= $4 AND ${declaredDoneAt('trip')} < $5
       ORDER BY trip.left_plant_at, trip.id LIMIT $6`,
      [
        enterpriseIds === 'all' ? null : enterpriseIds,
        district,
        enterpriseId ?? null,
        from,
        to,
        limit,
      ],
    );
  }
}
