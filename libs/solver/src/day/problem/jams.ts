import type { Jam, JamTable, TravelTable } from './day-problem.js';

/** The same ways with these jams and no others. */
export function withJams(
  { jams: _others, ...travel }: TravelTable,
  all: readonly Jam[],
): TravelTable {
  if (all.length === 0) return travel;
  const at = Array.from({ length: travel.places }, (): number[] => []);
  all.forEach(({ places }, jam) => {
    for (const place of new Set(places)) at[place]?.push(jam);
  });
  return { ...travel, jams: { all, at } };
}

const NONE: readonly Jam[] = [];

/** The jams that slow the way from one place to another, at whatever time. */
export function jamsBetween({ all, at }: JamTable, from: number, to: number): readonly Jam[] {
  const [atFrom, atTo] = [at[from]!, at[to]!];
  if (atFrom.length === 0 && atTo.length === 0) return NONE;
  const jams: Jam[] = [];
  for (const index of atFrom) {
    const jam = all[index]!;
    if (jam.isBetween !== true || atTo.includes(index)) jams.push(jam);
  }
  for (const index of atTo) {
    const jam = all[index]!;
    if (jam.isBetween !== true && !atFrom.includes(index)) jams.push(jam);
  }
  return jams;
}

/**
 * When one arrives who leaves at `leaveSec` for a way that takes `usualSec` without jams: in each of
 * them he gets on as many times as slowly as it says, for as long as it lasts.
 */
export function arriveThrough(jams: readonly Jam[], leaveSec: number, usualSec: number): number {
  let [sec, leftSec] = [leaveSec, usualSec];
  for (;;) {
    let factor = 1;
    let untilSec = Infinity;
    for (const jam of jams) {
      if (jam.toSec <= sec) continue;
      if (jam.fromSec <= sec) factor = Math.max(factor, jam.factor);
      untilSec = Math.min(untilSec, jam.fromSec <= sec ? jam.toSec : jam.fromSec);
    }
    const drivenSec = (untilSec - sec) / factor;
    if (leftSec <= drivenSec) return sec + leftSec * factor;
    leftSec -= drivenSec;
    sec = untilSec;
  }
}

/** When one has to leave to arrive at `arriveSec` by a way that takes `usualSec` without jams. */
export function leaveThrough(jams: readonly Jam[], arriveSec: number, usualSec: number): number {
  let [sec, leftSec] = [arriveSec, usualSec];
  for (;;) {
    let factor = 1;
    let sinceSec = -Infinity;
    for (const jam of jams) {
      if (jam.fromSec >= sec) continue;
      if (jam.toSec >= sec) factor = Math.max(factor, jam.factor);
      sinceSec = Math.max(sinceSec, jam.toSec >= sec ? jam.fromSec : jam.toSec);
    }
    const drivenSec = (sec - sinceSec) / factor;
    if (leftSec <= drivenSec) return sec - leftSec * factor;
    leftSec -= drivenSec;
    sec = sinceSec;
  }
}
