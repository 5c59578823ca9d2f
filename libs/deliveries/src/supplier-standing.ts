import { EnterpriseQueries, judgeRange, type Plant, PlantQueries } from '@tongyun/fleet';
import type { Wgs84 } from '@tongyun/geo';
import { type AccessScope, DomainError } from '@tongyun/kernel';
import { judgeOrderEntry, maySupply, type PlantLicence } from '@tongyun/permission';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Whether a plant may supply a place, and whether its enterprise may take a new order. */
@Injectable()
export class SupplierStanding {
  constructor(
    private readonly plants: PlantQueries,
    private readonly enterprises: EnterpriseQueries,
  ) {}

  /** Refuses a place out of the plant's range, with the distance and the limit. */
  async assertInRange(plant: Plant, position: Wgs84, at: Date, tx?: EntityManager): Promise<void> {
    const range = await this.plants.rangeAt(plant.id, at, tx);
    if (!range) return;
    const verdict = judgeRange(plant.position, range, position);
    if (verdict.isInside) return;
    throw new DomainError('PLANT_OUT_OF_RADIUS', 'The plant may not supply this site', {
      plantName: plant.name,
      distanceM: Math.round(verdict.distanceM),
      limitM: verdict.limitM,
    });
  }

  /** Refuses to load or let go at a plant that may not supply, whatever was ordered of it before. */
  assertMaySupply({ name, licenceState }: Plant): void {
    if (!maySupply(licenceState)) throw plantNotLicensed(name, licenceState);
  }

  /** What the administration decided of the enterprise and its plant. */
  async assertMayTakeOrders(scope: AccessScope, plant: Plant, tx?: EntityManager): Promise<void> {
    const { id: enterpriseId, ...standing } = await this.enterprises.get(
      scope,
      plant.enterpriseId,
      tx,
    );
    const verdict = judgeOrderEntry({ ...standing, plantLicence: plant.licenceState });
    switch (verdict.state) {
      case 'may_take':
        return;
      case 'barred':
        throw new DomainError('ENTERPRISE_BARRED', 'The enterprise is barred from business', {
          enterpriseId,
        });
      case 'blocked_by_credit':
        throw new DomainError(
          'CREDIT_BLOCKS_ORDERS',
          'The enterprise takes no new orders for its credit grade',
          { enterpriseId, creditGrade: standing.creditGrade },
        );
      case 'plant_not_licensed':
        throw plantNotLicensed(plant.name, verdict.plantLicence);
    }
  }
}

const plantNotLicensed = (plantName: string, licenceState: PlantLicence): DomainError =>
  new DomainError('PLANT_NOT_LICENSED', 'The plant is not licensed to supply', {
    plantName,
    licenceState,
  });
