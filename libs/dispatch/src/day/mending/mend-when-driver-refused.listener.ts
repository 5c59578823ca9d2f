import { type DeliveryEvents, DutyQueries } from '@tongyun/deliveries';
import { type Clock, CLOCK, SYSTEM_SCOPE } from '@tongyun/kernel';
import { EventRelay, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DayPlanRepository } from '../../data/day-plan.repository.js';
import { CatchUpService } from '../catch-up.service.js';
import { findArrival, findRefusal, isTurnedAway } from '../rules/refused-drivers.js';
import { MendLater } from './mend-later.js';
import { PlansUnderWay } from './plans-under-way.service.js';

type DutyRefused = DeliveryEvents['duty.refused'];
type DutyChanged = DeliveryEvents['duty.changed'];

/** Lets others bring what a driver was to who may not begin, and counts on him again once he comes. */
@Injectable()
export class MendWhenDriverRefused implements OnModuleInit {
  constructor(
    private readonly relay: EventRelay,
    private readonly duties: DutyQueries,
    private readonly plans: DayPlanRepository,
    private readonly underWay: PlansUnderWay,
    private readonly catchingUp: CatchUpService,
    private readonly later: MendLater,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.relay.listen<DutyRefused>({
      name: 'dispatch.mend-when-driver-refused',
      event: 'duty.refused',
      handle: async (tx, refused) => this.later.after(tx, () => this.mend(refused)),
    });
    this.relay.listen<DutyChanged>({
      name: 'dispatch.mend-when-driver-came',
      event: 'duty.changed',
      handle: async (tx, duty) => this.later.after(tx, () => this.countOn(duty)),
    });
  }

  private async mend({ enterpriseId, ...refused }: DutyRefused): Promise<void> {
    for (const { id } of await this.underWay.of(enterpriseId)) {
      await this.catchingUp.catchUp(SYSTEM_SCOPE, id, '', (facts, content) =>
        findRefusal(facts, content, refused),
      );
    }
  }

  private async countOn({ enterpriseId, driverId, dutyId }: DutyChanged): Promise<void> {
    const open = await this.duties.openDutiesOf(SYSTEM_SCOPE, {
      vehicleIds: [],
      driverIds: [driverId],
    });
    if (!open.some(({ id }) => id === dutyId)) return;
    for (const { id, revision } of await this.underWay.of(enterpriseId)) {
      const { content } = await this.plans.revision(this.unitOfWork.reads, id, revision);
      if (!isTurnedAway(content.events, driverId)) continue;
      const at = this.clock.now().toISOString();
      await this.catchingUp.catchUp(SYSTEM_SCOPE, id, '', (facts, now) =>
        findArrival(facts, now, driverId, at),
      );
    }
  }
}
