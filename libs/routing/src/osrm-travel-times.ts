import type { Wgs84 } from '@tongyun/geo';
import type { Clock } from '@tongyun/kernel';
import { Logger } from '@nestjs/common';
import type { Circuit } from './circuit.js';
import { findGaps, type Gap } from './find-gaps.js';
import { KnownDrives } from './known-drives.js';
import type { Drive, OsrmClient } from './osrm-client.js';
import { OsrmFailure } from './osrm-failure.js';
import type { OsrmSettings } from './routing-settings.js';
import { estimateTravel, slowdownAt } from './straight-line-estimate.js';
import { timeWay } from './time-way.js';
import type { TimedWay, TravelTime, TravelTimes, Way } from './travel-times.js';

/**
 * Travel times by OSRM, slowed down by the hour's usual traffic; estimated, and marked so, where
 * OSRM is down or does not know the place. What it has answered once it is not asked again for a while.
 */
export class OsrmTravelTimes implements TravelTimes {
  private readonly logger = new Logger(OsrmTravelTimes.name);
  private readonly known: KnownDrives;

  constructor(
    private readonly client: OsrmClient,
    private readonly circuit: Circuit,
    private readonly timeZone: string,
    private readonly settings: OsrmSettings,
    clock: Clock,
  ) {
    this.known = new KnownDrives(settings, clock);
  }

  async between(from: Wgs84, to: Wgs84, departAt: Date): Promise<TravelTime> {
    let drive = this.known.find(from, to);
    if (drive === undefined) {
      drive = (await this.tryAsking(() => this.client.route(from, to))) ?? null;
      this.known.noteEdition(this.client.edition);
      if (drive) this.known.keep(from, to, drive);
    }
    return this.toTravelTime(drive, from, to, departAt);
  }

  async matrix(
    froms: readonly Wgs84[],
    tos: readonly Wgs84[],
    departAt: Date,
  ): Promise<TravelTime[][]> {
    const drives = await this.drives(froms, tos);
    return froms.map((from, row) =>
      tos.map((to, column) => this.toTravelTime(drives[row]![column] ?? null, from, to, departAt)),
    );
  }

  async way(from: Wgs84, to: Wgs84): Promise<Way | null> {
    return (await this.tryAsking(() => this.client.way(from, to))) ?? null;
  }

  async timedWay(from: Wgs84, to: Wgs84): Promise<TimedWay | null> {
    const known = this.known.findWay(from, to);
    if (known !== undefined) return known;
    const answer = await this.tryAsking(() => this.client.timedWay(from, to));
    if (answer === undefined) return null;
    const way = answer && timeWay(answer.path, answer.sec);
    this.known.noteEdition(this.client.edition);
    this.known.keepWay(from, to, way);
    return way;
  }

  /** Drives that are known, and those that are not from the server; undefined where it gave no answer. */
  private async drives(
    froms: readonly Wgs84[],
    tos: readonly Wgs84[],
  ): Promise<(Drive | null | undefined)[][]> {
    const drives = froms.map((from) => tos.map((to) => this.known.find(from, to)));
    const gaps = findGaps(drives.map((row) => row.map((drive) => drive !== undefined)));
    let hasSome = drives.some((row) => row.some((drive) => drive !== undefined));
    for (const gap of gaps) {
      for (const { rows, columns } of cut(gap, this.settings.maxTablePlaces)) {
        const table = await this.tryAsking(() =>
          this.client.table(
            rows.map((row) => froms[row]!),
            columns.map((column) => tos[column]!),
          ),
        );
        if (!table) continue;
        // Drives of two editions do not make one table.
        if (this.known.noteEdition(this.client.edition) && hasSome) return this.drives(froms, tos);
        hasSome = true;
        for (const [nthRow, row] of rows.entries()) {
          for (const [nthColumn, column] of columns.entries()) {
            const drive = table[nthRow]![nthColumn]!;
            drives[row]![column] = drive;
            this.known.keep(froms[row]!, tos[column]!, drive);
          }
        }
      }
    }
    return drives;
  }

  private toTravelTime(drive: Drive | null, from: Wgs84, to: Wgs84, departAt: Date): TravelTime {
    if (!drive) return estimateTravel(from, to, departAt, this.timeZone);
    const durationMin = (drive.durationSec / 60) * slowdownAt(departAt, this.timeZone);
    return { distanceM: drive.distanceM, durationMin, source: 'osrm' };
  }

  /** The answer; null where the server knows of none, undefined where it cannot be asked. */
  private async tryAsking<Answer>(ask: () => Promise<Answer>): Promise<Answer | null | undefined> {
    if (!this.circuit.mayAsk()) return undefined;
    try {
      const answer = await ask();
      this.circuit.succeeded();
      return answer;
    } catch (fault) {
      if (!(fault instanceof OsrmFailure)) throw fault;
      if (fault.code !== 'unavailable') {
        this.circuit.succeeded();
        return null;
      }
      if (this.circuit.failed()) {
        this.logger.warn(`${fault.message}; travel times are estimated for a while`);
      }
      return undefined;
    }
  }
}

/** Blocks of a gap whose rows and columns together are as many places as one request may name. */
function cut({ rows, columns }: Gap, most: number): Gap[] {
  const half = Math.max(1, Math.floor(most / 2));
  const high = Math.min(rows.length, Math.max(half, most - columns.length));
  const wide = Math.max(1, most - high);
  return blocksOf(rows, high).flatMap((some) =>
    blocksOf(columns, wide).map((of) => ({ rows: some, columns: of })),
  );
}

function blocksOf(indexes: readonly number[], size: number): number[][] {
  const blocks = [];
  for (let first = 0; first < indexes.length; first += size) {
    blocks.push(indexes.slice(first, first + size));
  }
  return blocks;
}
