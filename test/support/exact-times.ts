/** One time is at least another plus a number of seconds. */
export interface Push {
  readonly from: number;
  readonly to: number;
  readonly sec: number;
}

/** Either all of these hold, or all of one of the other ways of its choice. */
export type Way = readonly Push[];

/** Times by number, each within its bounds. */
export interface Bounds {
  readonly least: Float64Array;
  readonly most: Float64Array;
}

/**
 * Whether times exist within their bounds that keep all differences and, of every choice, one way.
 *
 * The least times that keep the differences are found by pushing until nothing moves; what is pushed past
 * a bound is impossible. A choice is only made where the least times keep none of its ways: then each way
 * is tried in turn, and as every solution keeps one of them, none is missed.
 */
export function hasTimes(
  { least, most }: Bounds,
  pushes: readonly Push[],
  choices: readonly (readonly Way[])[],
): boolean {
  const times = Float64Array.from(least);
  if (!settles(times, most, pushes)) return false;
  const open = choices.find((ways) => !ways.some((way) => way.every((one) => isKept(times, one))));
  if (open === undefined) return true;
  return open.some((way) => hasTimes({ least: times, most }, [...pushes, ...way], choices));
}

const isKept = (times: Float64Array, { from, to, sec }: Push): boolean =>
  times[to]! >= times[from]! + sec;

/** Pushes times up until all differences hold; false when one passes its bound or pushes itself in a ring. */
function settles(times: Float64Array, most: Float64Array, pushes: readonly Push[]): boolean {
  for (let round = 0; round <= times.length; round += 1) {
    let isMoved = false;
    for (const { from, to, sec } of pushes) {
      const atLeast = times[from]! + sec;
      if (atLeast <= times[to]!) continue;
      if (atLeast > most[to]!) return false;
      times[to] = atLeast;
      isMoved = true;
    }
    if (!isMoved) return times.every((sec, at) => sec <= most[at]!);
  }
  return false;
}
