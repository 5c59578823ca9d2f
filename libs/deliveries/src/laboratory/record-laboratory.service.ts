import type {
  RecordMaterialLotRequest,
  RecordMixDesignRequest,
  RecordStrengthTestRequest,
} from '@tongyun/contracts';
import { type Plant, PlantQueries } from '@tongyun/fleet';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  localTimeOf,
  newId,
  type PlantId,
} from '@tongyun/kernel';
import { TIME_ZONE, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LaboratoryRepository } from '../data/laboratory/laboratory.repository.js';

/** Keeps what a plant's laboratory approves and tests; the same again is one more row. */
@Injectable()
export class RecordLaboratoryService {
  constructor(
    private readonly laboratory: LaboratoryRepository,
    private readonly plants: PlantQueries,
    private readonly unitOfWork: UnitOfWork,
    @Inject(TIME_ZONE) private readonly timeZone: string,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  approveMix(scope: AccessScope, id: PlantId, mix: RecordMixDesignRequest): Promise<void> {
    return this.keep(scope, id, (tx, { id: plantId }) =>
      this.laboratory.insertMix(tx, { ...mix, plantId, ...this.signedBy(scope) }),
    );
  }

  async testMaterial(
    scope: AccessScope,
    id: PlantId,
    lot: RecordMaterialLotRequest,
  ): Promise<void> {
    this.assertTested(lot.testedOn);
    await this.keep(scope, id, (tx, { id: plantId }) =>
      this.laboratory.insertLot(tx, { ...lot, plantId, ...this.signedBy(scope) }),
    );
  }

  async testStrength(
    scope: AccessScope,
    id: PlantId,
    test: RecordStrengthTestRequest,
  ): Promise<void> {
    this.assertTested(test.testedOn);
    const { ticketNo } = test;
    await this.keep(scope, id, async (tx, { id: plantId, enterpriseId }) => {
      const load = await this.laboratory.ticketed(tx, enterpriseId, plantId, ticketNo);
      if (!load) throw new DomainError('TICKET_NOT_FOUND', `No ticket ${ticketNo}`, { ticketNo });
      await this.laboratory.insertStrength(tx, {
        ...test,
        ...load,
        plantId,
        ...this.signedBy(scope),
      });
    });
  }

  private keep(
    scope: AccessScope,
    plantId: PlantId,
    insert: (tx: EntityManager, plant: Plant) => Promise<unknown>,
  ): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      await insert(tx, await this.plants.get(scope, plantId, tx));
    });
  }

  private signedBy({ userId }: AccessScope) {
    return { id: newId<string>(), recordedBy: userId, recordedAt: this.clock.now() };
  }

  private assertTested(testedOn: string): void {
    const today = localTimeOf(this.clock.now(), this.timeZone).on;
    if (testedOn <= today) return;
    throw new DomainError('RECORD_IN_FUTURE', 'It would have happened after today', {
      at: testedOn,
      now: today,
    });
  }
}
