import { type Area, polygonsOf } from './area.js';
import { areMeeting, boxAlong, boxOf, unionOf } from './box.js';
import { type LngLat, type SegmentSpan, spansInside } from './segment-spans.js';

/**
 * Finds the parts of a way that an area covers, in order, border inside, as they are measured along it: metres, seconds
 * or shares, whatever stands at its places. Between two places it is measured evenly. Where the way only touches the
 * area, or takes no time in it, is left out.
 *
 * @param path WGS-84 degrees
 * @param marks what is measured at each place of the path, never falling
 */
export function spansAlong(
  path: readonly (readonly [lng: number, lat: number])[],
  marks: readonly number[],
  area: Area,
): SegmentSpan[] {
  const box = unionOf(polygonsOf(area).map(([outer]) => boxOf(outer ?? [])));
  const spans: SegmentSpan[] = [];
  for (let nth = 1; nth < path.length; nth += 1) {
    const [from, to] = [placeOf(path[nth - 1]!), placeOf(path[nth]!)];
    if (!areMeeting(boxAlong(from, to), box)) continue;
    const [begin, end] = [marks[nth - 1]!, marks[nth]!];
    const markAt = (share: number): number => (share === 1 ? end : begin + (end - begin) * share);
    for (const span of spansInside(from, to, area)) {
      const [enters, leaves] = [markAt(span.from), markAt(span.to)];
      const last = spans.at(-1);
      if (last !== undefined && last.to === enters)
        spans[spans.length - 1] = { ...last, to: leaves };
      else spans.push({ from: enters, to: leaves });
    }
  }
  return spans.filter(({ from, to }) => from < to);
}

const placeOf = ([lng, lat]: readonly [lng: number, lat: number]): LngLat => ({ lng, lat });
