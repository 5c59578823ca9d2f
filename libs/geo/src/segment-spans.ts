import { type Area, isCovered, polygonsOf } from './area.js';

/** WGS-84 degrees. */
export interface LngLat {
  readonly lng: number;
  readonly lat: number;
}

/** A part of a segment, as fractions of its length: 0 at its beginning, 1 at its end. */
export interface SegmentSpan {
  readonly from: number;
  readonly to: number;
}

/**
 * Finds the parts of a segment that an area covers, in order, border inside: where a vehicle that
 * drove straight from one fix to the next was in a zone, though no fix may lie in it.
 *
 * Straight in degrees, as the area's own edges are. A segment that only touches a corner or an edge
 * gives a span without length, or one along the edge.
 */
export function spansInside(from: LngLat, to: LngLat, area: Area): SegmentSpan[] {
  const cuts = [0, 1, ...cutsOf(from, to, area)].toSorted((one, other) => one - other);
  const spans: SegmentSpan[] = [];
  const add = (start: number, end: number) => {
    const last = spans.at(-1);
    if (last && last.to === start) spans[spans.length - 1] = { from: last.from, to: end };
    else spans.push({ from: start, to: end });
  };
  for (const [nth, cut] of cuts.entries()) {
    const next = cuts[nth + 1];
    const isAtBorder = nth > 0 && nth < cuts.length - 1;
    if (isAtBorder || isCovered(placeAt(from, to, cut), area)) add(cut, cut);
    if (next === undefined || next === cut) continue;
    if (isCovered(placeAt(from, to, (cut + next) / 2), area)) add(cut, next);
  }
  return spans;
}

/** Whether any point of a segment lies in an area, border inside. */
export const isCut = (from: LngLat, to: LngLat, area: Area): boolean =>
  isCovered(from, area) || isCovered(to, area) || cutsOf(from, to, area).length > 0;

/** The place at a fraction of a segment. */
export const placeAt = (from: LngLat, to: LngLat, fraction: number): LngLat =>
  fraction === 1
    ? to
    : {
        lng: from.lng + (to.lng - from.lng) * fraction,
        lat: from.lat + (to.lat - from.lat) * fraction,
      };

/** The fractions at which a segment meets the borders of an area, in no order. */
function cutsOf(from: LngLat, to: LngLat, area: Area): number[] {
  const dx = to.lng - from.lng;
  const dy = to.lat - from.lat;
  const cuts: number[] = [];
  for (const ring of polygonsOf(area).flat()) {
    for (let index = 1; index < ring.length; index += 1) {
      const a = ring[index - 1]!;
      const b = ring[index]!;
      const ax = a[0] ?? NaN;
      const ay = a[1] ?? NaN;
      const bx = b[0] ?? NaN;
      const by = b[1] ?? NaN;
      const ex = bx - ax;
      const ey = by - ay;
      const turn = dx * ey - dy * ex;
      const wx = ax - from.lng;
      const wy = ay - from.lat;
      if (turn !== 0) {
        const along = (wx * ey - wy * ex) / turn;
        const onEdge = (wx * dy - wy * dx) / turn;
        if (along >= 0 && along <= 1 && onEdge >= 0 && onEdge <= 1) cuts.push(along);
      } else if (wx * dy === wy * dx) {
        cuts.push(...endsOn(from, dx, dy, [ax, ay, bx, by]));
      }
    }
  }
  return cuts;
}

/** Where on the segment the ends of an edge lie that runs along it. */
function endsOn(from: LngLat, dx: number, dy: number, ends: readonly number[]): number[] {
  const length2 = dx * dx + dy * dy;
  if (length2 === 0) return [];
  return [0, 2]
    .map((at) => ((ends[at]! - from.lng) * dx + (ends[at + 1]! - from.lat) * dy) / length2)
    .filter((along) => along >= 0 && along <= 1);
}
