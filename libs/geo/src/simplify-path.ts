import { distanceToPathM } from './corridor.js';

type Path = readonly (readonly [lng: number, lat: number])[];

/**
 * Leaves out places of a way so that none of them is further than `toleranceM` metres from what is
 * left (Douglas–Peucker); its ends stay.
 *
 * @param path WGS-84 degrees
 */
export function simplifyPath(path: Path, toleranceM: number): Path {
  const [first, last] = [path[0], path.at(-1)];
  if (path.length <= 2 || first === undefined || last === undefined) return path;
  let [furthest, furthestM] = [0, 0];
  for (let nth = 1; nth < path.length - 1; nth += 1) {
    const [lng, lat] = path[nth]!;
    const awayM = distanceToPathM({ lng, lat }, [first, last]);
    if (awayM > furthestM) [furthest, furthestM] = [nth, awayM];
  }
  if (furthestM <= toleranceM) return [first, last];
  return [
    ...simplifyPath(path.slice(0, furthest + 1), toleranceM).slice(0, -1),
    ...simplifyPath(path.slice(furthest), toleranceM),
  ];
}
