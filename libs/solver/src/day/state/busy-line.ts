import type { Span } from '../problem/day-problem.js';

/** When one line of a plant is taken, in order of time; one truck loads at a time. */
export class BusyLine {
  private readonly taken: Span[];

  constructor(closed: readonly Span[]) {
    this.taken = closed.toSorted((one, other) => one.fromSec - other.fromSec);
  }

  /** The first second from `notBeforeSec` on at which the line is free for so long. */
  earliest(durationSec: number, notBeforeSec: number): number {
    let from = notBeforeSec;
    for (let at = this.firstEndingAfter(from); at < this.taken.length; at += 1) {
      const span = this.taken[at]!;
      if (from + durationSec <= span.fromSec) return from;
      if (span.toSec > from) from = span.toSec;
    }
    return from;
  }

  /** The last second at which the line is free for so long and done by `endBySec`; null before `notBeforeSec`. */
  latest(durationSec: number, notBeforeSec: number, endBySec: number): number | null {
    let end = endBySec;
    for (let at = this.firstEndingAfter(endBySec); at >= 0; at -= 1) {
      const span = this.taken[at];
      if (span === undefined || span.fromSec >= end) continue;
      if (span.toSec <= end - durationSec) break;
      end = span.fromSec;
      if (end - durationSec < notBeforeSec) return null;
    }
    return end - durationSec < notBeforeSec ? null : end - durationSec;
  }

  isFree(fromSec: number, toSec: number): boolean {
    const span = this.taken[this.firstEndingAfter(fromSec)];
    return span === undefined || span.fromSec >= toSec;
  }

  take(fromSec: number, toSec: number): void {
    this.taken.splice(this.firstEndingAfter(fromSec), 0, { fromSec, toSec });
  }

  giveBack(fromSec: number, toSec: number): void {
    const at = this.taken.findIndex((it) => it.fromSec === fromSec && it.toSec === toSec);
    if (at < 0) throw new Error(`the line was not taken from ${fromSec} to ${toSec}`);
    this.taken.splice(at, 1);
  }

  private firstEndingAfter(sec: number): number {
    let low = 0;
    let high = this.taken.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.taken[middle]!.toSec > sec) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
