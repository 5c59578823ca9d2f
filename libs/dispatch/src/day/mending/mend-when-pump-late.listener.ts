import { type AlertEvents, AlertQueries } from '@tongyun/alerts';
import { PumpJobQueries } from '@tongyun/deliveries';
import { type Clock, CLOCK, SYSTEM_SCOPE } from '@tongyun/kernel';
import { EventRelay, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CatchUpService } from '../catch-up.service.js';
import { findPumpLate } from '../rules/late-pumps.js';
import { MendLater } from './mend-later.js';
import { PlansUnderWay } from './plans-under-way.service.js';

type AlertChanged = AlertEvents['alert.changed'];

const LATE: readonly string[] = ['pump_not_departed', 'pump_overdue'];

/** Brings concrete no sooner than the pump is there to take it, when an alarm says that it is late. */
@Injectable()
export class MendWhenPumpLate implements OnModuleInit {
  constructor(
    private readonly relay: EventRelay,
    private readonly alerts: AlertQueries,
    private readonly pumpJobs: PumpJobQueries,
    private readonly underWay: PlansUnderWay,
    private readonly catchingUp: CatchUpService,
    private readonly later: MendLater,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.relay.listen<AlertChanged>({
      name: 'dispatch.mend-when-pump-late',
      event: 'alert.changed',
      handle: async (tx, changed) => this.later.after(tx, () => this.mend(changed)),
    });
  }

  private async mend({ alertId, vehicleId }: AlertChanged): Promise<void> {
    const { code, state, endedAt } = await this.alerts.get(SYSTEM_SCOPE, alertId);
    if (!LATE.includes(code) || state !== 'open' || endedAt !== null) return;
    const job = await this.pumpJobs.openOfVehicle(vehicleId, this.unitOfWork.reads);
    if (job === null) return;
    const { orderId, enterpriseId } = job;
    const late = { vehicleId, orderId, alertId, at: this.clock.now().toISOString() };
    for (const { id } of await this.underWay.of(enterpriseId)) {
      await this.catchingUp.catchUp(SYSTEM_SCOPE, id, '', (facts, content) =>
        findPumpLate(facts, content, late),
      );
    }
  }
}
