import { DriverQueries } from '@tongyun/fleet';
import { Outbox } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { DriverId } from '@tongyun/kernel';
import type { EntityManager } from 'typeorm';
import type { ComplianceEvents } from './compliance.events.js';
import type { TrainingResultEntity } from './data/training-result.entity.js';
import { TrainingResultRepository } from './data/training-result.repository.js';
import type { TrainingWithdrawalEntity } from './data/training-withdrawal.entity.js';

/** Enters results of examinations and what of them is withdrawn, and tells of each driver whose standing may have changed. */
@Injectable()
export class TrainingBook {
  constructor(
    private readonly results: TrainingResultRepository,
    private readonly drivers: DriverQueries,
    private readonly outbox: Outbox,
  ) {}

  async enter(tx: EntityManager, results: readonly TrainingResultEntity[]): Promise<void> {
    const driverIds = [...new Set(results.map((result) => result.driverId))];
    // Held, so that nobody is renamed beside his first result; in one order, so that no two wait for each other.
    for (const driverId of driverIds.toSorted()) await this.drivers.hold(tx, driverId);
    for (const result of results) await this.results.insert(tx, result);
    for (const driverId of driverIds) await this.tell(tx, driverId);
  }

  /** Answers whether it is withdrawn by this, and was not before. */
  async withdraw(
    tx: EntityManager,
    driverId: DriverId,
    withdrawal: TrainingWithdrawalEntity,
  ): Promise<boolean> {
    const isNew = await this.results.withdraw(tx, withdrawal);
    if (isNew) await this.tell(tx, driverId);
    return isNew;
  }

  private tell(tx: EntityManager, driverId: DriverId): Promise<void> {
    return this.outbox.publish<ComplianceEvents>(tx, {
      name: 'compliance.driver_changed',
      orderingKey: driverId,
      payload: { driverId },
    });
  }
}
