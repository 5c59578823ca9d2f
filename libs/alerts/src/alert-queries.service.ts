import type { AlertCode, AlertView, ListAlertsQuery, Page } from '@tongyun/contracts';
import { type AccessScope, type AlertId, DomainError, type VehicleId } from '@tongyun/kernel';
import { readInstantCursor, toPage, UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AlertEntity } from './data/alert.entity.js';
import { AlertRepository } from './data/alert.repository.js';
import { type AlertRow, AlertRows } from './data/alert-rows.js';
import { toAlertView } from './alert.view.js';

/** Alerts as people read them, with the names of what they are about. */
@Injectable()
export class AlertQueries {
  constructor(
    private readonly rows: AlertRows,
    private readonly alerts: AlertRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Alerts the asker may see, newest first. */
  async list(
    scope: AccessScope,
    query: ListAlertsQuery,
    tx?: EntityManager,
  ): Promise<Page<AlertView>> {
    const rows = await this.rows.page(
      tx ?? this.unitOfWork.reads,
      scope,
      query,
      readInstantCursor(query),
    );
    return toPage(rows, query, keyOf, toAlertView);
  }

  async get(scope: AccessScope, id: AlertId, tx?: EntityManager): Promise<AlertView> {
    const row = await this.rows.find(tx ?? this.unitOfWork.reads, scope, id);
    if (!row) throw new DomainError('ALERT_NOT_FOUND', `No alert ${id}`, { id });
    return toAlertView(row);
  }

  /** Episodes of these codes that go on now; for whoever may ask about the vehicles at all. */
  goingOnOf(
    vehicleIds: readonly VehicleId[],
    codes: readonly AlertCode[],
  ): Promise<Pick<AlertEntity, 'id' | 'vehicleId' | 'code' | 'state' | 'endedAt'>[]> {
    return this.alerts.goingOn(this.unitOfWork.reads, vehicleIds, codes);
  }

  /** How many episodes of a vehicle go on now; for whoever may ask about the vehicle at all. */
  openCountOf(vehicleId: VehicleId, tx?: EntityManager): Promise<number> {
    return this.alerts.countOpen(tx ?? this.unitOfWork.reads, vehicleId);
  }
}

const keyOf = ({ opened_at, id }: AlertRow) => ({ key: opened_at.toISOString(), id });
