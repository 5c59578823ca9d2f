import type { DeliveryEvents } from '@tongyun/deliveries';
import { EventRelay } from '@tongyun/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MuteAlertsService } from './mute-alerts.service.js';

type TripDiverted = DeliveryEvents['trip.diverted'];

/** An allowed diversion takes a truck where it was not sent: what that raises says so. */
@Injectable()
export class MuteWhenTripDiverted implements OnModuleInit {
  constructor(
    private readonly relay: EventRelay,
    private readonly mutes: MuteAlertsService,
  ) {}

  onModuleInit(): void {
    this.relay.listen<TripDiverted>({
      name: 'alerts.mute-when-trip-diverted',
      event: 'trip.diverted',
      handle: (tx, payload) => this.mutes.muteDiversion(tx, payload),
    });
  }
}
