import type { AlertCode } from '@tongyun/contracts';
import type { AlertMuteId, TripId, VehicleId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AlertMuteEntity } from './alert-mute.entity.js';

@Injectable()
export class AlertMuteRepository {
  async insert(manager: EntityManager, row: AlertMuteEntity): Promise<void> {
    await manager.insert(AlertMuteEntity, row);
  }

  async save(manager: EntityManager, row: AlertMuteEntity): Promise<void> {
    await manager.save(AlertMuteEntity, row);
  }

  find(manager: EntityManager, id: AlertMuteId): Promise<AlertMuteEntity | null> {
    return manager.findOneBy(AlertMuteEntity, { id });
  }

  /** Whether a trip's alerts of this code are muted from this instant on. */
  isMutedFrom(
    manager: EntityManager,
    mute: Pick<AlertMuteEntity, 'code' | 'validFrom'> & { readonly tripId: TripId },
  ): Promise<boolean> {
    return manager.existsBy(AlertMuteEntity, {
      tripId: mute.tripId,
      code: mute.code,
      validFrom: mute.validFrom,
    });
  }

  /** The mute that holds for an alert at an instant, the first decided; one of a trip for it alone. */
  holding(
    manager: EntityManager,
    alert: {
      readonly vehicleId: VehicleId;
      readonly tripId: TripId | null;
      readonly code: AlertCode;
    },
    at: Date,
  ): Promise<AlertMuteEntity | null> {
    return manager
      .createQueryBuilder(AlertMuteEntity, 'mute')
      .where('mute.vehicleId = :vehicleId AND mute.code = :code', {
        vehicleId: alert.vehicleId,
        code: alert.code,
      })
      .andWhere('mute.validFrom <= :at AND mute.validTo > :at', { at })
      .andWhere('(mute.liftedAt IS NULL OR mute.liftedAt > :at)')
      .andWhere('(mute.tripId IS NULL OR mute.tripId = :tripId)', { tripId: alert.tripId })
      .orderBy('mute.id')
      .getOne();
  }

  /** Those that end after `since`, newest first, `take` of them, older than `before`. */
  list(
    manager: EntityManager,
    since: Date,
    take: number,
    before: AlertMuteId | null,
  ): Promise<AlertMuteEntity[]> {
    const rows = manager
      .createQueryBuilder(AlertMuteEntity, 'mute')
      .where('mute.validTo > :since', { since })
      .orderBy('mute.id', 'DESC')
      .take(take);
    if (before !== null) rows.andWhere('mute.id < :before', { before });
    return rows.getMany();
  }
}
