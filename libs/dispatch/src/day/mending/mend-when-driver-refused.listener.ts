import { type DeliveryEvents, DutyQueries } from '@tongyun/deliveries';
import { type Clock, CLOCK, SYSTEM_SCOPE } from '@tongyun/kernel';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { findArrival, findRefusal, isTurnedAway } from '../rules/refused-drivers.js';
import { MendLater } from './mend-later.js';
import { TeachPlans } from './teach-plans.service.js';

type DutyRefused = DeliveryEvents['duty.refused'];
type DutyChanged = DeliveryEvents['duty.changed'];

/** Lets others bring what a driver was to who may not begin, and counts on him again once he comes. */
@Injectable()
export class MendWhenDriverRefused implements OnModuleInit {
  constructor(
    private readonly duties: DutyQueries,
    private readonly plans: TeachPlans,
    private readonly later: MendLater,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.later.listen<DutyRefused>({
      name: 'dispatch.mend-when-driver-refused',
      event: 'duty.refused',
      mend: ({ enterpriseId, ...refused }) =>
        this.plans.teach(enterpriseId, (facts, content) => findRefusal(facts, content, refused)),
    });
    this.later.listen<DutyChanged>({
      name: 'dispatch.mend-when-driver-came',
      event: 'duty.changed',
      mend: (duty) => this.countOn(duty),
    });
  }

  private async countOn({ enterpriseId, driverId, dutyId }: DutyChanged): Promise<void> {
    const open = await this.duties.openDutiesOf(SYSTEM_SCOPE, {
      vehicleIds: [],
      driverIds: [driverId],
    });
    if (!open.some(({ id }) => id === dutyId)) return;
    const at = this.clock.now().toISOString();
    await this.plans.teach(
      enterpriseId,
      (_facts, content) => findArrival(content, driverId, at),
      ({ events }) => isTurnedAway(events, driverId),
    );
  }
}
