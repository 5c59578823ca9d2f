import { wgs84 } from '@tongyun/geo';
import { type Clock, CLOCK, type EnterpriseId, SYSTEM_SCOPE } from '@tongyun/kernel';
import { BackgroundWork, UnitOfWork } from '@tongyun/platform';
import { TRAVEL_TIMES, type TravelTimes } from '@tongyun/routing';
import { DrivenDistanceQueries } from '@tongyun/tracking';
import { Inject, Injectable } from '@nestjs/common';
import { type FinishedTripRow, FinishedTrips } from './data/finished-trips.js';
import type { ObservedTripEntity } from './data/observed-trip.entity.js';
import { ObservedTripRepository } from './data/observed-trip.repository.js';

/** Short enough for the embedded database's one backend. */
const BATCH = 100;

/** Writes down how finished trips went, beside what the road says of their way. */
@Injectable()
export class ObserveTripsService {
  constructor(
    private readonly finished: FinishedTrips,
    private readonly observed: ObservedTripRepository,
    private readonly driven: DrivenDistanceQueries,
    private readonly unitOfWork: UnitOfWork,
    private readonly background: BackgroundWork,
    @Inject(TRAVEL_TIMES) private readonly travelTimes: TravelTimes,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Observes what has discharged since an instant and was not observed as it is now. The road is
   * asked outside of any transaction.
   *
   * @param enterpriseId null: of every enterprise
   */
  async observe(enterpriseId: EnterpriseId | null, since: Date): Promise<void> {
    let isFull = true;
    while (isFull && !this.background.isStopping) {
      const { reads } = this.unitOfWork;
      const trips = await this.finished.unobserved(reads, enterpriseId, since, BATCH);
      const rows: ObservedTripEntity[] = [];
      for (const trip of trips) rows.push(await this.look(trip));
      if (rows.length > 0) await this.unitOfWork.run((tx) => this.observed.save(tx, rows));
      isFull = trips.length === BATCH;
    }
  }

  private async look(trip: FinishedTripRow): Promise<ObservedTripEntity> {
    const { vehicleId, plantLng, plantLat, siteLng, siteLat, ...times } = trip;
    const { leftPlantAt, arrivedAt } = times;
    const road =
      leftPlantAt &&
      (await this.travelTimes.between(
        wgs84(plantLng, plantLat),
        wgs84(siteLng, siteLat),
        leftPlantAt,
      ));
    const isWhole = leftPlantAt !== null && arrivedAt !== null && leftPlantAt < arrivedAt;
    const way = isWhole ? { from: leftPlantAt, to: arrivedAt } : null;
    return {
      ...times,
      roadMin: road?.durationMin ?? null,
      roadKm: road ? road.distanceM / 1_000 : null,
      roadSource: road?.source ?? null,
      drivenKm: way && (await this.driven.km(SYSTEM_SCOPE, vehicleId, way)),
      observedAt: this.clock.now(),
    };
  }
}
