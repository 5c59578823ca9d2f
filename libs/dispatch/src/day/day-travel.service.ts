import type { Wgs84 } from '@tongyun/geo';
import { type Clock, CLOCK, KeptAnswers } from '@tongyun/kernel';
import { placeKey, TRAVEL_TIMES, type TravelTime, type TravelTimes } from '@tongyun/routing';
import { Inject, Injectable } from '@nestjs/common';
import type { DayFacts, DayTravel } from './rules/day-facts.js';
import { sharedFloats } from './rules/shared-floats.js';

const SEC_PER_MIN = 60;
const M_PER_KM = 1_000;

/** Ways in all tables together, two numbers of four bytes each: 64 MB, 300 days of 160 places. */
const MOST_WAYS_KEPT = 8_000_000;
/** By road; what has changed since is asked for then. */
const ROAD_KEPT_MS = 3_600_000;
/** With any estimate in it: the road may answer again soon. */
const ESTIMATE_KEPT_MS = 60_000;

/**
 * The ways of a day. Whoever plans the same places (planning, mending, what-if, the improver) gets the
 * same table, in memory that the planning threads read as well; the road is asked for what is new.
 */
@Injectable()
export class DayTravelQueries {
  private readonly tables: KeptAnswers<DayTravel>;
  private readonly underWay = new Map<string, Promise<DayTravel>>();

  constructor(
    @Inject(TRAVEL_TIMES) private readonly travelTimes: TravelTimes,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.tables = new KeptAnswers(MOST_WAYS_KEPT, clock);
  }

  async between(facts: Pick<DayFacts, 'plants' | 'orders' | 'day' | 'hourFactor'>) {
    const places = [...facts.plants, ...facts.orders].map(({ position }) => position);
    const key = places.map(placeKey).join(';');
    return this.tables.find(key) ?? this.underWay.get(key) ?? this.ask(key, places, facts);
  }

  private async ask(
    key: string,
    places: readonly Wgs84[],
    { day, hourFactor }: Pick<DayFacts, 'day' | 'hourFactor'>,
  ): Promise<DayTravel> {
    const asking = this.travelTimes
      .matrix(places, places, day.from)
      .then((rows) => toTable(rows.flat(), hourFactor[0] ?? 1));
    this.underWay.set(key, asking);
    try {
      const table = await asking;
      const keepMs = table.source === 'osrm' ? ROAD_KEPT_MS : ESTIMATE_KEPT_MS;
      this.tables.keep(key, table, keepMs, table.freeSec.length);
      return table;
    } finally {
      this.underWay.delete(key);
    }
  }
}

/** @param atStart what the ways were slowed down by */
function toTable(ways: readonly TravelTime[], atStart: number): DayTravel {
  const freeSec = sharedFloats(ways.length);
  const roadKm = sharedFloats(ways.length);
  ways.forEach(({ durationMin, distanceM }, at) => {
    freeSec[at] = (durationMin * SEC_PER_MIN) / atStart;
    roadKm[at] = distanceM / M_PER_KM;
  });
  const isByRoad = ways.every(({ source }) => source === 'osrm');
  return { source: isByRoad ? 'osrm' : 'estimate', freeSec, roadKm };
}
