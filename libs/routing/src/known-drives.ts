import type { Wgs84 } from '@tongyun/geo';
import { type Clock, KeptAnswers } from '@tongyun/kernel';
import type { Drive } from './osrm-client.js';
import { placeKey } from './place-key.js';
import type { OsrmSettings } from './routing-settings.js';

/** What a server has answered about drives between two places, as long as its road data is the same. */
export class KnownDrives {
  private readonly kept: KeptAnswers<Drive | null>;
  private edition = '';

  constructor(
    private readonly settings: Pick<OsrmSettings, 'mostDrivesKept' | 'keepMs'>,
    clock: Clock,
  ) {
    this.kept = new KeptAnswers(settings.mostDrivesKept, clock);
  }

  /** null: no road leads there; undefined: not known. */
  find(from: Wgs84, to: Wgs84): Drive | null | undefined {
    return this.kept.find(keyOf(from, to));
  }

  keep(from: Wgs84, to: Wgs84, drive: Drive | null): void {
    this.kept.keep(keyOf(from, to), drive, this.settings.keepMs);
  }

  /** Notes which edition of the road data answers now; true when all of another one is forgotten for it. */
  noteEdition(edition: string): boolean {
    if (edition === this.edition) return false;
    this.edition = edition;
    this.kept.forget();
    return true;
  }
}

const keyOf = (from: Wgs84, to: Wgs84): string => `${placeKey(from)};${placeKey(to)}`;
