import { TRAVEL_TIMES, type TravelTimes } from '@tongyun/routing';
import { Inject, Injectable } from '@nestjs/common';
import type { DayFacts, DayTravel } from './rules/day-facts.js';

const SEC_PER_MIN = 60;
const M_PER_KM = 1_000;

/** Asks the road for every way of a day at once. */
@Injectable()
export class DayTravelQueries {
  constructor(@Inject(TRAVEL_TIMES) private readonly travelTimes: TravelTimes) {}

  async between({ plants, orders, day, hourFactor }: DayFacts): Promise<DayTravel> {
    const positions = [...plants, ...orders].map(({ position }) => position);
    const rows =
      positions.length === 0 ? [] : await this.travelTimes.matrix(positions, positions, day.from);
    const ways = rows.flat();
    const atStart = hourFactor[0] ?? 1;
    return {
      source: ways.every(({ source }) => source === 'osrm') ? 'osrm' : 'estimate',
      freeSec: Float32Array.from(ways, ({ durationMin }) => (durationMin * SEC_PER_MIN) / atStart),
      roadKm: Float32Array.from(ways, ({ distanceM }) => distanceM / M_PER_KM),
    };
  }
}
