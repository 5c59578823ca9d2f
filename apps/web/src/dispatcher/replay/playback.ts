import type { ReplayView } from '@tongyun/contracts';

type ReplayPoint = ReplayView['points'][number];

/** A point with its time in milliseconds, for looking it up in every frame. */
export interface PathPoint extends Omit<ReplayPoint, 'at'> {
  readonly atMs: number;
}

/** Where the vehicle is at an instant, and how many points lie behind it. */
export interface Playhead extends Omit<PathPoint, 'source'> {
  readonly passed: number;
}

export interface Part {
  /** Share of the whole time before it, 0 to 1. */
  readonly start: number;
  readonly length: number;
}

/** Nobody knows what the vehicle did in a longer silence: it stays where it was heard last. */
const GLIDE_MS = 600_000;

export const SPEEDS = [1, 5, 10, 30, 60] as const;
export type Speed = (typeof SPEEDS)[number];

export const toPath = (points: readonly ReplayPoint[]): PathPoint[] =>
  points.map(({ at, ...point }) => ({ ...point, atMs: Date.parse(at) }));

/** Where the vehicle is at an instant: between two points in proportion to the time. */
export function playheadAt(path: readonly PathPoint[], atMs: number): Playhead | null {
  const passed = countUntil(path, atMs);
  const before = path[passed - 1] ?? path[0];
  if (before === undefined) return null;
  const after = path[passed];
  const { headingDeg, speedKph } = before;
  const isBetween = passed > 0 && after !== undefined && after.atMs - before.atMs <= GLIDE_MS;
  const share = isBetween ? (atMs - before.atMs) / (after.atMs - before.atMs) : 0;
  return {
    atMs,
    passed,
    headingDeg,
    speedKph,
    lng: before.lng + share * ((after?.lng ?? before.lng) - before.lng),
    lat: before.lat + share * ((after?.lat ?? before.lat) - before.lat),
  };
}

/** How many points of a path are not later than an instant. */
function countUntil(path: readonly PathPoint[], atMs: number): number {
  let [low, high] = [0, path.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (path[middle]!.atMs <= atMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Shares are sums of fractions: so little is no overlap. */
const ROUNDING = 1e-9;

/** Puts parts that overlap into rows beneath each other: the row of each, in the order given. */
export function rowsOf(parts: readonly Part[]): number[] {
  const ends: number[] = [];
  return parts.map(({ start, length }) => {
    const free = ends.findIndex((end) => end <= start + ROUNDING);
    const row = free === -1 ? ends.length : free;
    ends[row] = start + length;
    return row;
  });
}

/** The part of a time that something takes up; null when it lies outside. Null `toMs`: to the end. */
export function partOf(
  span: { readonly fromMs: number; readonly toMs: number },
  fromMs: number,
  toMs: number | null,
): Part | null {
  const start = Math.max(fromMs, span.fromMs);
  const end = Math.min(toMs ?? span.toMs, span.toMs);
  const wholeMs = span.toMs - span.fromMs;
  if (end < start || wholeMs <= 0) return null;
  return { start: (start - span.fromMs) / wholeMs, length: (end - start) / wholeMs };
}
