import { type AlertEvents, AlertQueries } from '@tongyun/alerts';
import { PumpJobQueries } from '@tongyun/deliveries';
import { type Clock, CLOCK, SYSTEM_SCOPE } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { findPumpLate, isLateAlarm } from '../rules/late-pumps.js';
import { MendLater } from './mend-later.js';
import { TeachPlans } from './teach-plans.service.js';

type AlertChanged = AlertEvents['alert.changed'];

/** Brings concrete no sooner than the pump is there to take it, when an alarm says that it is late. */
@Injectable()
export class MendWhenPumpLate implements OnModuleInit {
  constructor(
    private readonly alerts: AlertQueries,
    private readonly pumpJobs: PumpJobQueries,
    private readonly plans: TeachPlans,
    private readonly later: MendLater,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.later.listen<AlertChanged>({
      name: 'dispatch.mend-when-pump-late',
      event: 'alert.changed',
      isAbout: (tx, changed) => this.isLate(changed, tx),
      mend: (changed) => this.mend(changed),
    });
  }

  private async isLate({ alertId }: AlertChanged, tx?: EntityManager): Promise<boolean> {
    return isLateAlarm(await this.alerts.get(SYSTEM_SCOPE, alertId, tx));
  }

  private async mend(changed: AlertChanged): Promise<void> {
    const { alertId, vehicleId } = changed;
    if (!(await this.isLate(changed))) return;
    const job = await this.pumpJobs.openOfVehicle(vehicleId, this.unitOfWork.reads);
    if (job === null) return;
    const { orderId, enterpriseId } = job;
    const late = { vehicleId, orderId, alertId, at: this.clock.now().toISOString() };
    await this.plans.teach(enterpriseId, (facts, content) => findPumpLate(facts, content, late));
  }
}
