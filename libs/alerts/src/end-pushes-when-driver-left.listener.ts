import type { FleetEvents } from '@tongyun/fleet';
import { EventRelay } from '@tongyun/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ManagePushSubscriptions } from './manage-push-subscriptions.service.js';

type DriverLeft = FleetEvents['fleet.driver_left'];

/** Who is of the enterprise no more is told of nothing on his phone. */
@Injectable()
export class EndPushesWhenDriverLeft implements OnModuleInit {
  constructor(
    private readonly relay: EventRelay,
    private readonly subscriptions: ManagePushSubscriptions,
  ) {}

  onModuleInit(): void {
    this.relay.listen<DriverLeft>({
      name: 'alerts.end-pushes-when-driver-left',
      event: 'fleet.driver_left',
      handle: (tx, { driverId }) => this.subscriptions.endAllOf(tx, driverId),
    });
  }
}
