import type { Span } from '../problem/day-problem.js';

/** When one line of a plant is taken, in order of time; one truck loads at a time. */
export class BusyLine {
  /** None overlaps another: what is no choice is merged, and a choice is made where the line is free. */
  private readonly taken: Span[];

  /** @param given what is no choice: closed times and loads that have begun, overlapping or not */
  constructor(given: readonly Span[]) {
    this.taken = merge(given);
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

function merge(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of spans.toSorted((one, other) => one.fromSec - other.fromSec)) {
    const last = merged.at(-1);
    if (last === undefined || last.toSec < span.fromSec) merged.push(span);
    else merged[merged.length - 1] = { ...last, toSec: Math.max(last.toSec, span.toSec) };
  }
  return merged;
}
