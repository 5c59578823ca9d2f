import type { Wgs84 } from '@tongyun/geo';
import { Logger } from '@nestjs/common';
import type { Circuit } from './circuit.js';
import type { Drive, OsrmClient } from './osrm-client.js';
import { OsrmFailure } from './osrm-failure.js';
import { estimateTravel, slowdownAt } from './straight-line-estimate.js';
import type { TravelTime, TravelTimes, Way } from './travel-times.js';

/**
 * Travel times by OSRM, slowed down by the hour's usual traffic; estimated, and marked so, where
 * OSRM is down or does not know the place.
 */
export class OsrmTravelTimes implements TravelTimes {
  private readonly logger = new Logger(OsrmTravelTimes.name);

  constructor(
    private readonly client: OsrmClient,
    private readonly circuit: Circuit,
    private readonly timeZone: string,
    private readonly maxTablePlaces: number,
  ) {}

  async between(from: Wgs84, to: Wgs84, departAt: Date): Promise<TravelTime> {
    const drive = await this.tryAsking(() => this.client.route(from, to));
    return this.toTravelTime(drive, from, to, departAt);
  }

  async matrix(
    froms: readonly Wgs84[],
    tos: readonly Wgs84[],
    departAt: Date,
  ): Promise<TravelTime[][]> {
    const side = Math.max(1, Math.floor(this.maxTablePlaces / 2));
    const times: TravelTime[][] = froms.map(() => []);
    for (const rows of blocksOf(froms, side)) {
      for (const columns of blocksOf(tos, side)) {
        const drives = await this.tryAsking(() => this.client.table(rows.places, columns.places));
        rows.places.forEach((from, row) => {
          columns.places.forEach((to, column) => {
            const drive = drives?.[row]?.[column] ?? null;
            times[rows.first + row]!.push(this.toTravelTime(drive, from, to, departAt));
          });
        });
      }
    }
    return times;
  }

  way(from: Wgs84, to: Wgs84): Promise<Way | null> {
    return this.tryAsking(() => this.client.way(from, to));
  }

  private toTravelTime(drive: Drive | null, from: Wgs84, to: Wgs84, departAt: Date): TravelTime {
    if (!drive) return estimateTravel(from, to, departAt, this.timeZone);
    const durationMin = (drive.durationSec / 60) * slowdownAt(departAt, this.timeZone);
    return { distanceM: drive.distanceM, durationMin, source: 'osrm' };
  }

  /** The answer, or null where there is none to be had. */
  private async tryAsking<Answer>(ask: () => Promise<Answer>): Promise<Answer | null> {
    if (!this.circuit.mayAsk()) return null;
    try {
      const answer = await ask();
      this.circuit.succeeded();
      return answer;
    } catch (fault) {
      if (!(fault instanceof OsrmFailure)) throw fault;
      if (fault.code !== 'unavailable') this.circuit.succeeded();
      else if (this.circuit.failed()) {
        this.logger.warn(`${fault.message}; travel times are estimated for a while`);
      }
      return null;
    }
  }
}

function blocksOf(places: readonly Wgs84[], size: number): { first: number; places: Wgs84[] }[] {
  const blocks = [];
  for (let first = 0; first < places.length; first += size) {
    blocks.push({ first, places: places.slice(first, first + size) });
  }
  return blocks;
}
