import type { Wgs84 } from '@tongyun/geo';
import { type Clock, KeptAnswers } from '@tongyun/kernel';
import type { Drive } from './osrm-client.js';
import { placeKey } from './place-key.js';
import type { OsrmSettings } from './routing-settings.js';
import type { TimedWay } from './travel-times.js';

/** What a server has answered about pairs of places, as long as its road data is the same. */
export class KnownDrives {
  private readonly drives: KeptAnswers<Drive | null>;
  private readonly ways: KeptAnswers<TimedWay | null>;
  private edition = '';

  constructor(
    private readonly settings: Pick<
      OsrmSettings,
      'mostDrivesKept' | 'mostWayPlacesKept' | 'keepMs'
    >,
    clock: Clock,
  ) {
    this.drives = new KeptAnswers(settings.mostDrivesKept, clock);
    this.ways = new KeptAnswers(settings.mostWayPlacesKept, clock);
  }

  /** null: no road leads there; undefined: not known. */
  find(from: Wgs84, to: Wgs84): Drive | null | undefined {
    return this.drives.find(keyOf(from, to));
  }

  keep(from: Wgs84, to: Wgs84, drive: Drive | null): void {
    this.drives.keep(keyOf(from, to), drive, this.settings.keepMs);
  }

  /** null: there is none; undefined: not known. */
  findWay(from: Wgs84, to: Wgs84): TimedWay | null | undefined {
    return this.ways.find(keyOf(from, to));
  }

  keepWay(from: Wgs84, to: Wgs84, way: TimedWay | null): void {
    this.ways.keep(keyOf(from, to), way, this.settings.keepMs, way?.path.length ?? 1);
  }

  /** Notes which edition of the road data answers now; true when all of another one is forgotten for it. */
  noteEdition(edition: string): boolean {
    if (edition === this.edition) return false;
    this.edition = edition;
    this.drives.forget();
    this.ways.forget();
    return true;
  }
}

const keyOf = (from: Wgs84, to: Wgs84): string => `${placeKey(from)};${placeKey(to)}`;
