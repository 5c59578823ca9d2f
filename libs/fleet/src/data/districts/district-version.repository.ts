import type { Wgs84 } from '@tongyun/geo';
import type { AccessScope, DistrictId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { inDistrict } from '../in-district.js';
import { PlantEntity } from '../plant.entity.js';
import { DistrictVersionEntity } from './district-version.entity.js';

/** Every version of every district; nothing here changes or removes a row. */
@Injectable()
export class DistrictVersionRepository {
  /** The version of each that holds at an instant, by name: the later decision stands. */
  async inForce(manager: EntityManager, at: Date): Promise<DistrictVersionEntity[]> {
    const latest = await manager
      .createQueryBuilder(DistrictVersionEntity, 'district')
      .distinctOn(['district.districtId'])
      .where('district.effectiveFrom <= :at', { at })
      .orderBy({ 'district.districtId': 'ASC', 'district.version': 'DESC' })
      .getMany();
    return latest
      .filter(({ isRetired }) => !isRetired)
      .toSorted((one, other) => (one.name < other.name ? -1 : 1));
  }

  /** Those of the versions whose area covers a place, the border inside. */
  async covering(
    manager: EntityManager,
    ids: readonly string[],
    { lng, lat }: Wgs84,
  ): Promise<ReadonlySet<string>> {
    const rows: { id: string }[] = await manager.query(
      `SELECT id FROM district_version
       WHERE id = ANY($1::uuid[])
         AND ST_Covers(area, ST_SetSRID(ST_MakePoint($2, $3), 4326))`,
      [ids, lng, lat],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Plants that the asker may see, by the version whose area they lie in. */
  plantsIn(
    manager: EntityManager,
    scope: AccessScope,
    ids: readonly string[],
  ): Promise<{ versionId: string; name: string }[]> {
    const rows = manager
      .createQueryBuilder(PlantEntity, 'plant')
      .innerJoin(
        DistrictVersionEntity,
        'district',
        'ST_Covers(district.area, plant.position::geometry)',
      )
      .select('district.id', 'versionId')
      .addSelect('plant.name', 'name')
      .where('district.id = ANY(:ids)', { ids })
      .orderBy({ 'plant.name': 'ASC', 'plant.id': 'ASC' });
    const { enterpriseIds } = scope;
    const seen =
      enterpriseIds === 'all'
        ? inDistrict(rows, 'plant.enterpriseId', scope)
        : rows.andWhere('plant.enterpriseId = ANY(:enterpriseIds)', { enterpriseIds });
    return seen.getRawMany();
  }

  /** The last version decided; nobody else adds one until the transaction ends. */
  async lockLatest(
    manager: EntityManager,
    districtId: DistrictId,
  ): Promise<DistrictVersionEntity | null> {
    await manager.query('SELECT id FROM district_version WHERE district_id = $1 FOR UPDATE', [
      districtId,
    ]);
    return manager.findOne(DistrictVersionEntity, {
      where: { districtId },
      order: { version: 'DESC' },
    });
  }

  async insert(manager: EntityManager, row: DistrictVersionEntity): Promise<void> {
    await manager.insert(DistrictVersionEntity, row);
  }
}
