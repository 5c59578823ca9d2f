import { simplifyPath } from '@tongyun/geo';
import { addMinutes, type Clock, CLOCK } from '@tongyun/kernel';
import { BackgroundWork, UnitOfWork } from '@tongyun/platform';
import { TRAVEL_TIMES, type TravelTimes } from '@tongyun/routing';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { type TripWithoutWay, TripWaysRepository } from './data/trip-ways.repository.js';
import { QueueWhenTripChanged } from './queue-when-trip-changed.listener.js';

const EVERY_MS = 5_000;
const AT_ONCE = 50;
/** A router that knew no way, or did not answer, is asked again after this. */
const ASK_AGAIN_MIN = 10;
/** Far less than a corridor is wide: the way travels in the state of its vehicle. */
const TOLERANCE_M = 100;

/**
 * Asks the router for the ways of trips that have not left yet, and tells the judge of each as of a
 * change of the trip. Without a router nothing is known, and nothing is held against anybody.
 */
@Injectable()
export class FindTripWays implements OnApplicationBootstrap {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ways: TripWaysRepository,
    private readonly trips: QueueWhenTripChanged,
    private readonly background: BackgroundWork,
    @Inject(TRAVEL_TIMES) private readonly travelTimes: TravelTimes,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.background.every(EVERY_MS, () => this.find());
  }

  /** Asks for the ways that are missing; the road is asked outside of any transaction. */
  async find(): Promise<void> {
    const askedBefore = addMinutes(this.clock.now(), -ASK_AGAIN_MIN);
    const trips = await this.ways.missing(this.unitOfWork.reads, askedBefore, AT_ONCE);
    for (const trip of trips) {
      if (this.background.isStopping) return;
      await this.findOne(trip);
    }
  }

  private async findOne({ tripId, vehicleId, from, to }: TripWithoutWay): Promise<void> {
    const way = await this.travelTimes.way(from, to);
    const path = way && simplifyPath(way, TOLERANCE_M);
    await this.unitOfWork.run(async (tx) => {
      await this.ways.save(tx, { tripId, path, askedAt: this.clock.now() });
      if (path !== null) await this.trips.queue(tx, vehicleId);
    });
  }
}
