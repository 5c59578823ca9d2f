import type { DecideDistrictRequest } from '@tongyun/contracts';
import { hasClosedRings, toWgs84Area } from '@tongyun/geo';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  type DistrictId,
  DomainError,
  newId,
} from '@tongyun/kernel';
import { findShapeFault, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DistrictVersionEntity } from '../data/districts/district-version.entity.js';
import { DistrictVersionRepository } from '../data/districts/district-version.repository.js';

@Injectable()
export class DecideDistrictService {
  constructor(
    private readonly districts: DistrictVersionRepository,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Decides a new district, or the next version of a known one; what held before stays on record.
   *
   * @param districtId null for a new one
   */
  async decide(
    scope: AccessScope,
    districtId: DistrictId | null,
    { crs, area: sent, ...decided }: DecideDistrictRequest,
  ): Promise<DistrictVersionEntity> {
    if (!hasClosedRings(sent)) throw shapeInvalid('a ring does not end where it starts');
    const area = toWgs84Area(sent, crs);
    return this.unitOfWork.run(async (tx) => {
      const fault = await findShapeFault(tx, area);
      if (fault !== null) throw shapeInvalid(fault);
      const numbered = await this.nextVersion(tx, districtId);
      await this.assertNameFree(tx, decided, numbered.districtId);
      const version: DistrictVersionEntity = {
        ...decided,
        ...numbered,
        id: newId(),
        area,
        decidedBy: scope.userId,
        decidedAt: this.clock.now(),
      };
      await this.districts.insert(tx, version);
      return version;
    });
  }

  /** Enterprises say by name where they are, so a name means one district at a time. */
  private async assertNameFree(
    tx: EntityManager,
    { name, effectiveFrom, isRetired }: Omit<DecideDistrictRequest, 'crs' | 'area'>,
    districtId: DistrictId,
  ): Promise<void> {
    if (isRetired) return;
    const others = await this.districts.inForce(tx, effectiveFrom);
    const isTaken = others.some((one) => one.name === name && one.districtId !== districtId);
    if (isTaken) throw new DomainError('DISTRICT_NAME_TAKEN', `There is a ${name} then`, { name });
  }

  private async nextVersion(
    tx: EntityManager,
    districtId: DistrictId | null,
  ): Promise<{ districtId: DistrictId; version: number }> {
    if (districtId === null) return { districtId: newId<DistrictId>(), version: 1 };
    const latest = await this.districts.lockLatest(tx, districtId);
    if (latest) return { districtId, version: latest.version + 1 };
    throw new DomainError('DISTRICT_NOT_FOUND', `No district ${districtId}`, { districtId });
  }
}

const shapeInvalid = (fault: string) =>
  new DomainError('DISTRICT_SHAPE_INVALID', `The area is no valid shape: ${fault}`, { fault });
