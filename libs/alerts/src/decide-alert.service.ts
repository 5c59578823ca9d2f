import type { AlertView, DecideAlertRequest } from '@tongyun/contracts';
import { type AccessScope, type AlertId, type Clock, CLOCK, newId } from '@tongyun/kernel';
import { DomainError } from '@tongyun/kernel';
import { assertUnchanged, Outbox, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import { AlertQueries } from './alert-queries.service.js';
import type { AlertEvents } from './alerts.events.js';
import { AlertRepository } from './data/alert.repository.js';
import { DeliveryReceipts } from './delivery-receipts.service.js';
import { judgeAlertStep } from './rules/alert-life.js';

@Injectable()
export class DecideAlertService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly alerts: AlertRepository,
    private readonly queries: AlertQueries,
    private readonly receipts: DeliveryReceipts,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Moves an alert on and keeps who decided it, when and why.
   *
   * @param ifMatch the request's `If-Match`: the version that was decided upon
   */
  decide(
    scope: AccessScope,
    alertId: AlertId,
    { state: to, note: told }: DecideAlertRequest,
    ifMatch: string | undefined,
  ): Promise<AlertView> {
    return this.unitOfWork.run(async (tx) => {
      const row = await this.alerts.findForUpdate(tx, alertId);
      const shown = await this.queries.get(scope, alertId, tx);
      if (!row) throw new DomainError('ALERT_NOT_FOUND', `No alert ${alertId}`, { id: alertId });
      assertUnchanged(ifMatch, row, shown);

      const from = row.state;
      const note = told || null;
      const isAuthority = scope.enterpriseIds === 'all';
      const verdict = judgeAlertStep({ from, to, note, isAuthority });
      if (!verdict.ok) {
        const { code, allowed } = verdict;
        throw new DomainError(code, `An alert that is ${from} may not become ${to} so`, {
          from,
          to,
          allowed,
        });
      }

      row.state = to;
      row.version += 1;
      await this.alerts.save(tx, row);
      await this.alerts.addDecision(tx, {
        id: newId(),
        alertId,
        fromState: from,
        toState: to,
        note,
        decidedBy: scope.userId,
        decidedAt: this.clock.now(),
      });
      await this.receipts.seenOnScreen(tx, scope, row);
      await this.outbox.publish<AlertEvents>(tx, {
        name: 'alert.changed',
        orderingKey: row.vehicleId,
        payload: { alertId, enterpriseId: row.enterpriseId, vehicleId: row.vehicleId },
      });
      return this.queries.get(scope, alertId, tx);
    });
  }
}
