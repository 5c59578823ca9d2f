import { BUCKET_M3, remainingM3 } from '../objectives/unserved.js';
import type { PlannedLoad } from '../problem/day-plan.js';
import type { DayOrder } from '../problem/day-problem.js';
import type { LoadWant } from './load-want.js';

/** Who discharges where and until when, and what is still to come. */
export class SiteQueue {
  lastEndSec = -Infinity;
  private readonly freeSec: number[];
  private readonly quotaM3: number[];
  private remaining: number;
  private lastFromSec = -Infinity;
  private primed: boolean;
  private count = 0;

  /** @param pauseSec how long the site waits between the end of a discharge and the next of its place */
  constructor(
    private readonly order: DayOrder,
    private readonly pauseSec: number,
  ) {
    this.freeSec = Array.from({ length: order.places }, () => -Infinity);
    this.quotaM3 = order.sources.map(({ maxM3 }) => maxM3);
    this.remaining = remainingM3(order);
    this.primed = order.primingM3 === 0 || order.started.length > 0;
    for (const load of order.started) this.note(load);
  }

  isServed(): boolean {
    return this.remaining <= BUCKET_M3;
  }

  firstFreeSec(): number {
    return Math.max(Math.min(...this.freeSec), this.lastFromSec + this.order.spacingSec);
  }

  latestSec(): number {
    return this.lastEndSec === -Infinity
      ? this.order.firstToSec
      : this.lastEndSec + this.order.gapMaxSec;
  }

  next(order: number, fromSec: number, pumpsReadySec: number): LoadWant {
    const latestSec = this.latestSec();
    const place = this.freeSec.indexOf(Math.min(...this.freeSec));
    return {
      order,
      index: this.count,
      kind: this.primed ? 'concrete' : 'priming_mortar',
      m3: this.primed ? this.remaining : this.order.primingM3,
      place,
      earliestSec: Math.max(fromSec, Math.min(this.firstFreeSec() + this.pauseSec, latestSec)),
      latestSec,
      pumpsReadySec,
      isFirst: this.lastEndSec === -Infinity,
      quotaM3: this.quotaM3,
    };
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
    const source = this.order.sources.findIndex((it) => it.plant === plant);
    return this.quotaM3[source] ?? 0;
  }

  /** When a place of the site is free again. */
  placeFreeSec(place: number): number {
    return this.freeSec[place] ?? -Infinity;
  }

  take(load: PlannedLoad): void {
    this.note(load);
    this.count += 1;
    this.primed = true;
    if (load.kind === 'concrete') this.remaining -= load.m3;
  }

  private note(load: Omit<PlannedLoad, 'order' | 'started'>): void {
    // What has begun may discharge at once where the plan would not have it so.
    this.freeSec[load.place] = Math.max(this.placeFreeSec(load.place), load.dischargeToSec);
    this.lastEndSec = Math.max(this.lastEndSec, load.dischargeToSec);
    this.lastFromSec = Math.max(this.lastFromSec, load.dischargeFromSec);
    if (load.kind !== 'concrete') return;
    const source = this.order.sources.findIndex(({ plant }) => plant === load.plant);
    if (source >= 0) this.quotaM3[source]! -= load.m3;
  }
}
