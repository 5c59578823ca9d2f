import type { Box } from '../box.js';
import type { Rings } from '../area.js';

/** Numbers that an edge takes in an array of edges: from lng, lat, to lng, lat. */
export const EDGE_SIZE = 4;

/** A polygon's edges in one array, those without length left out, open rings closed. */
export function edgesOf(rings: Rings): Float64Array {
  const edges = new Float64Array(EDGE_SIZE * rings.reduce((sum, ring) => sum + ring.length, 0));
  let size = 0;
  for (const ring of rings) {
    const last = ring.at(-1);
    let fromLng = last?.[0] ?? NaN;
    let fromLat = last?.[1] ?? NaN;
    for (const position of ring) {
      const lng = position[0] ?? NaN;
      const lat = position[1] ?? NaN;
      if (lng !== fromLng || lat !== fromLat) {
        edges[size] = fromLng;
        edges[size + 1] = fromLat;
        edges[size + 2] = lng;
        edges[size + 3] = lat;
        size += EDGE_SIZE;
      }
      fromLng = lng;
      fromLat = lat;
    }
  }
  return edges.subarray(0, size);
}

/** The smallest box around edges; empty for none. */
export function boxOfEdges(edges: Float64Array): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < edges.length; at += 2) {
    west = Math.min(west, edges[at]!);
    east = Math.max(east, edges[at]!);
    south = Math.min(south, edges[at + 1]!);
    north = Math.max(north, edges[at + 1]!);
  }
  return { west, south, east, north };
}
