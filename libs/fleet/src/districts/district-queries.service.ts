import type { Wgs84 } from '@tongyun/geo';
import { type AccessScope, groupBy } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DistrictVersionEntity } from '../data/districts/district-version.entity.js';
import { DistrictVersionRepository } from '../data/districts/district-version.repository.js';

/** Which districts there are, or were, at an instant; everybody may know them. */
@Injectable()
export class DistrictQueries {
  constructor(
    private readonly districts: DistrictVersionRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** The districts in force at an instant, by name. */
  inForce(at: Date, tx?: EntityManager): Promise<DistrictVersionEntity[]> {
    return this.districts.inForce(tx ?? this.unitOfWork.reads, at);
  }

  /** The district in which a place lay at an instant; null: in none of the city's. */
  async ofPlace(place: Wgs84, at: Date): Promise<DistrictVersionEntity | null> {
    const { reads } = this.unitOfWork;
    const inForce = await this.districts.inForce(reads, at);
    const ids = inForce.map(({ id }) => id);
    const covering = await this.districts.covering(reads, ids, place);
    return inForce.find(({ id }) => covering.has(id)) ?? null;
  }

  /** Names of the plants that lie in each version, by its id. */
  async plantNamesIn(
    scope: AccessScope,
    versions: readonly DistrictVersionEntity[],
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const ids = versions.map(({ id }) => id);
    const plants = await this.districts.plantsIn(this.unitOfWork.reads, scope, ids);
    const byVersion = groupBy(plants, ({ versionId }) => versionId);
    return new Map([...byVersion].map(([id, rows]) => [id, rows.map(({ name }) => name)]));
  }
}
