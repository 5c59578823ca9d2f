import { SYSTEM_SCOPE } from '@tongyun/kernel';
import { EventRelay, LiveHub } from '@tongyun/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DeliveryEvents } from '../deliveries.events.js';
import { TripQueries } from '../trip-queries.service.js';
import { toTripView } from './deliveries.views.js';

type TripChanged = DeliveryEvents['trip.changed'];

/** Shows every change of a trip to its enterprise and to the authorities. */
@Injectable()
export class PushWhenTripChanged implements OnModuleInit {
  constructor(
    private readonly relay: EventRelay,
    private readonly hub: LiveHub,
    private readonly queries: TripQueries,
  ) {}

  onModuleInit(): void {
    this.relay.listen<TripChanged>({
      name: 'deliveries.push-when-trip-changed',
      event: 'trip.changed',
      handle: (tx, payload) => this.push(tx, payload),
    });
  }

  private async push(tx: EntityManager, { tripId, enterpriseId }: TripChanged): Promise<void> {
    const trip = await this.queries.get(SYSTEM_SCOPE, tripId, tx);
    this.hub.changed('trip', tripId, [enterpriseId], toTripView(trip));
  }
}
