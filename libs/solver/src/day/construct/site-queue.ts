import { BUCKET_M3, remainingM3 } from '../objectives/unserved.js';
import type { PlannedLoad } from '../problem/day-plan.js';
import type { DayOrder, OthersDischarge } from '../problem/day-problem.js';
import { keptM3 } from '../problem/kept-m3.js';
import type { LoadWant } from './load-want.js';
import { freeSpans, leavesNoPause, type OwnDischarge, reachSec } from './site-turns.js';

/** Who discharges where and until when, and what is still to come. */
export class SiteQueue {
  lastEndSec = -Infinity;
  private readonly freeSec: number[];
  private readonly quotaM3: number[];
  private readonly sharesM3: number[];
  private readonly own: OwnDischarge[] = [];
  private remaining: number;
  private lastFromSec = -Infinity;
  private primed: boolean;
  private count = 0;

  /**
   * @param pauseSec how long the site waits between the end of a discharge and the next of its place
   * @param beside who else discharges there when asked, in order of time
   */
  constructor(
    private readonly order: DayOrder,
    private readonly pauseSec: number,
    private readonly beside: () => readonly OthersDischarge[],
  ) {
    this.freeSec = Array.from({ length: order.places }, () => -Infinity);
    this.quotaM3 = order.sources.map(({ maxM3 }) => maxM3);
    this.sharesM3 = [...(order.sharesM3 ?? [])];
    this.remaining = remainingM3(order);
    this.primed = order.primingM3 === 0 || order.started.length > 0;
    for (const load of order.started) this.note(load, true);
  }

  isServed(): boolean {
    return this.remaining <= BUCKET_M3;
  }

  firstFreeSec(): number {
    return Math.max(Math.min(...this.freeSec), this.lastFromSec + this.order.spacingSec);
  }

  latestSec(): number {
    return reachSec(this.order, this.lastEndSec);
  }

  /** Whether all that is taken keeps the pour going until each of the partners' trucks. */
  leavesNoPause(): boolean {
    return leavesNoPause(this.order, this.own);
  }

  /** The turns in which the next load could come, the earliest first; at least one. */
  next(order: number, fromSec: number, pumpsReadySec: number): readonly LoadWant[] {
    const latestSec = this.latestSec();
    const plain: LoadWant = {
      order,
      index: this.count,
      kind: this.primed ? 'concrete' : 'priming_mortar',
      m3: this.primed ? this.remaining : this.order.primingM3,
      place: this.freeSec.indexOf(Math.min(...this.freeSec)),
      earliestSec: Math.max(fromSec, Math.min(this.firstFreeSec() + this.pauseSec, latestSec)),
      latestSec,
      untilSec: Infinity,
      pumpsReadySec,
      isFirst: this.lastEndSec === -Infinity,
      quotaM3: this.order.sources.map((_, source) => this.quotaOfSource(source)),
    };
    const others = this.beside();
    return others.length === 0 ? [plain] : this.besideOthers(plain, fromSec, others);
  }

  private besideOthers(
    plain: LoadWant,
    fromSec: number,
    others: readonly OthersDischarge[],
  ): readonly LoadWant[] {
    const { latestSec } = plain;
    const wants = this.freeSec.flatMap((freeSec, place) =>
      freeSpans({ others }, place, Math.max(freeSec, this.lastFromSec)).flatMap((span) => {
        const turnSec = Math.max(span.fromSec, this.lastFromSec + this.order.spacingSec);
        const pausedSec = Math.min(turnSec + this.pauseSec, latestSec);
        const earliestSec = Math.max(fromSec, span.fromSec, pausedSec);
        if (earliestSec > latestSec || earliestSec >= span.toSec) return [];
        return [{ ...plain, place, earliestSec, untilSec: span.toSec }];
      }),
    );
    if (wants.length === 0) return [{ ...plain, untilSec: -Infinity }];
    return wants.toSorted((one, other) => one.earliestSec - other.earliestSec);
  }

  remainingM3(): number {
    return this.remaining;
  }

  /** Whether the plant may bring anything of the order. */
  isSource(plant: number): boolean {
    return this.order.sources.some((source) => source.plant === plant);
  }

  /** m³ that a plant may still bring; 0 of one that may not supply the order. */
  quotaOf(plant: number): number {
    return this.quotaOfSource(this.order.sources.findIndex((it) => it.plant === plant));
  }

  private quotaOfSource(source: number): number {
    const share = this.order.sources[source]?.share;
    const shareM3 = share === undefined ? Infinity : this.sharesM3[share]!;
    return Math.min(this.quotaM3[source] ?? 0, shareM3);
  }

  /** By when a place that is free at a time has to be so again, for others want it; null while it is not free. */
  freeUntil(place: number, atSec: number): number | null {
    const spans = freeSpans({ others: this.beside() }, place, this.placeFreeSec(place));
    const span = spans.find(({ fromSec, toSec }) => fromSec <= atSec && atSec < toSec);
    return span?.toSec ?? null;
  }

  private placeFreeSec(place: number): number {
    return this.freeSec[place] ?? -Infinity;
  }

  take(load: PlannedLoad): void {
    this.note(load, false);
    this.count += 1;
    this.primed = true;
    if (load.kind === 'concrete') this.remaining -= load.m3;
  }

  private note(load: Omit<PlannedLoad, 'order' | 'started'>, started: boolean): void {
    const { dischargeFromSec, dischargeToSec } = load;
    this.own.push({ dischargeFromSec, dischargeToSec, started });
    // What has begun may discharge at once where the plan would not have it so.
    this.freeSec[load.place] = Math.max(this.placeFreeSec(load.place), dischargeToSec);
    // Mortar goes from pump to pump: no place has concrete before all have had theirs.
    if (load.kind === 'priming_mortar') {
      this.freeSec.forEach((sec, place) => {
        this.freeSec[place] = Math.max(sec, dischargeToSec);
      });
    }
    this.lastEndSec = Math.max(this.lastEndSec, dischargeToSec);
    this.lastFromSec = Math.max(this.lastFromSec, dischargeFromSec);
    if (load.kind !== 'concrete') return;
    const source = this.order.sources.findIndex(({ plant }) => plant === load.plant);
    if (source < 0) return;
    this.quotaM3[source]! -= keptM3(load);
    const share = this.order.sources[source]!.share;
    if (share !== undefined) this.sharesM3[share]! -= keptM3(load);
  }
}
