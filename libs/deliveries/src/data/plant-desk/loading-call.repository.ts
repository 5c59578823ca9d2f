import type { AccessScope, TripId, UserId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { enterprisesOf, seenByBuilder } from '../visible.js';
import { LoadingCallEntity } from './loading-call.entity.js';

/** A call with the name of its line. */
export interface NamedCall {
  readonly id: string;
  readonly tripId: TripId;
  readonly lineId: string;
  readonly lineName: string;
  readonly calledAt: Date;
  readonly jumpReason: string | null;
}

export interface CallClosing {
  readonly closedAt: Date;
  readonly closedBy: UserId;
  readonly closeReason: string;
}

/** Which truck is called to which line. */
@Injectable()
export class LoadingCallRepository {
  /** A call, held for change; null when it is not to be seen. */
  lock(tx: EntityManager, scope: AccessScope, id: string): Promise<LoadingCallEntity | null> {
    return tx
      .createQueryBuilder(LoadingCallEntity, 'call')
      .setLock('pessimistic_write')
      .where('call.id = :id', { id })
      .andWhere(seenByBuilder('call.enterpriseId'), { seen: enterprisesOf(scope) })
      .getOne();
  }

  openOfLine(manager: EntityManager, lineId: string): Promise<LoadingCallEntity | null> {
    return manager.findOneBy(LoadingCallEntity, { lineId, closedAt: IsNull() });
  }

  async openOfTrip(manager: EntityManager, tripId: TripId): Promise<NamedCall | null> {
    const rows: NamedCall[] = await manager.query(
      `SELECT c.id, c.trip_id AS "tripId", c.line_id AS "lineId", n.name AS "lineName",
              c.called_at AS "calledAt", c.jump_reason AS "jumpReason"
       FROM loading_call c JOIN plant_line n ON n.id = c.line_id
       WHERE c.trip_id = $1 AND c.closed_at IS NULL`,
      [tripId],
    );
    return rows[0] ?? null;
  }

  insert(tx: EntityManager, call: LoadingCallEntity): Promise<unknown> {
    return tx.insert(LoadingCallEntity, call);
  }

  close(tx: EntityManager, id: string, closing: CallClosing): Promise<unknown> {
    return tx.update(LoadingCallEntity, { id, closedAt: IsNull() }, closing);
  }

  closeOfTrip(tx: EntityManager, tripId: TripId, closing: CallClosing): Promise<unknown> {
    return tx.update(LoadingCallEntity, { tripId, closedAt: IsNull() }, closing);
  }
}
