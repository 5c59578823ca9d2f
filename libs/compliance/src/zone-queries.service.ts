import type { Wgs84 } from '@tongyun/geo';
import { type Clock, CLOCK, type Interval, secondsBetween } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ZoneVersionEntity } from './data/zone-version.entity.js';
import { ZoneVersionRepository } from './data/zone-version.repository.js';
import type { ZoneIndex } from './rules/zone-index.js';
import { findSpanOfSameZones, findVersionsInForce } from './rules/zone-versions.js';
import { indexZones, type ZoneInForce, type ZonesInForce } from './zones-in-force.js';

/** Another process's decision is seen after this time at the latest. */
const FRESH_FOR_SEC = 30;

interface IndexedZones extends ZonesInForce {
  readonly rows: readonly ZoneVersionEntity[];
  readonly byId: ReadonlyMap<string, ZoneInForce>;
}

interface ZonesOfSpan {
  readonly span: Interval;
  readonly zones: IndexedZones;
}

interface Kept {
  readonly versions: readonly ZoneVersionEntity[];
  readonly loadedAt: Date;
  /** Made when first asked for, once for each span between two changes. */
  readonly spans: ZonesOfSpan[];
}

/** Zones in force, from memory: the judge asks for every fix. */
@Injectable()
export class ZoneQueries {
  private kept: Kept | undefined;
  /** That of the zones which were asked for last: those of the next are mostly the same. */
  private lastIndex: ZoneIndex | null = null;
  private timesForgotten = 0;

  constructor(
    private readonly zones: ZoneVersionRepository,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param tx needed inside a transaction, where no other connection may be used */
  async inForce(at: Date, tx?: EntityManager): Promise<ZonesInForce> {
    return this.indexedAt(at, tx);
  }

  /** The zones that cover a position, their borders inside. */
  async zonesAt(position: Wgs84, at: Date, tx?: EntityManager): Promise<ZoneInForce[]> {
    const { index, byId } = await this.indexedAt(at, tx);
    return index.zonesAt(position.lng, position.lat).map((id) => byId.get(id)!);
  }

  /** The zones with a border within `withinM` metres, whether they cover the position or not. */
  async zonesNear(
    position: Wgs84,
    withinM: number,
    at: Date,
    tx?: EntityManager,
  ): Promise<ZoneInForce[]> {
    const { index, byId } = await this.indexedAt(at, tx);
    return index.zonesNear(position.lng, position.lat, withinM).map((id) => byId.get(id)!);
  }

  /** The rows behind `inForce`, for showing them. */
  async versionsInForce(at: Date, tx?: EntityManager): Promise<readonly ZoneVersionEntity[]> {
    return (await this.indexedAt(at, tx)).rows;
  }

  /** Forgets what is kept in memory: a zone was drawn. */
  forget(): void {
    this.kept = undefined;
    this.timesForgotten += 1;
  }

  private async indexedAt(at: Date, tx?: EntityManager): Promise<IndexedZones> {
    const { versions, spans } = await this.load(tx);
    const known = spans.find(({ span }) => span.from <= at && at < span.to);
    if (known) return known.zones;
    const zones = this.index(findVersionsInForce(versions, at));
    spans.push({ span: findSpanOfSameZones(versions, at), zones });
    return zones;
  }

  private index(rows: readonly ZoneVersionEntity[]): IndexedZones {
    const { inForce, built } = indexZones(rows, this.lastIndex);
    this.lastIndex = built;
    const byId = new Map(inForce.zones.map((zone) => [zone.fact.zoneId, zone]));
    return { ...inForce, rows, byId };
  }

  private async load(tx?: EntityManager): Promise<Kept> {
    const now = this.clock.now();
    if (this.kept && secondsBetween(this.kept.loadedAt, now) < FRESH_FOR_SEC) return this.kept;
    const { timesForgotten } = this;
    const versions = await this.zones.all(tx ?? this.unitOfWork.reads);
    const isSame = versions.length === this.kept?.versions.length; // rows are only ever added
    const loaded = { versions, loadedAt: now, spans: isSame ? this.kept!.spans : [] };
    if (timesForgotten === this.timesForgotten) this.kept = loaded; // else read before a change
    return loaded;
  }
}
