import type { WeighingKind, WeighingSource } from '@tongyun/contracts';
import type { TripId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AcceptanceEntity } from './acceptance.entity.js';
import { ExWorksTestEntity } from './ex-works-test.entity.js';
import { WeighingEntity } from './weighing.entity.js';

export interface WeighingRow {
  readonly id: string;
  readonly kind: WeighingKind;
  readonly kg: number;
  readonly source: WeighingSource;
  readonly weighedAt: Date;
  readonly recordedByName: string | null;
}

/** What is weighed, tested and signed of a trip. */
@Injectable()
export class TripPapersRepository {
  insertWeighing(tx: EntityManager, weighing: WeighingEntity): Promise<unknown> {
    return tx.insert(WeighingEntity, weighing);
  }

  insertTest(tx: EntityManager, test: ExWorksTestEntity): Promise<unknown> {
    return tx.insert(ExWorksTestEntity, test);
  }

  /** Keeps an acceptance; false when this id was kept before. */
  async keepAcceptance(tx: EntityManager, acceptance: AcceptanceEntity): Promise<boolean> {
    if (await tx.existsBy(AcceptanceEntity, { id: acceptance.id })) return false;
    await tx.insert(AcceptanceEntity, acceptance);
    return true;
  }

  /** The oldest first. */
  weighingsOf(manager: EntityManager, tripId: TripId): Promise<WeighingRow[]> {
    return manager.query(
      `SELECT w.id, w.kind, w.kg, w.source, w.weighed_at AS "weighedAt",
              u.display_name AS "recordedByName"
       FROM weighing w LEFT JOIN app_user u ON u.id = w.recorded_by
       WHERE w.trip_id = $1 ORDER BY w.weighed_at, w.recorded_at, w.id`,
      [tripId],
    );
  }

  /** The oldest first. */
  testsOf(manager: EntityManager, tripId: TripId): Promise<ExWorksTestEntity[]> {
    return manager.find(ExWorksTestEntity, {
      where: { tripId },
      order: { testedAt: 'ASC', recordedAt: 'ASC', id: 'ASC' },
    });
  }

  /** What sites signed, the last first. */
  acceptancesOf(manager: EntityManager, tripId: TripId): Promise<AcceptanceEntity[]> {
    return manager.find(AcceptanceEntity, {
      where: { tripId },
      order: { receivedAt: 'DESC', id: 'DESC' },
    });
  }
}
