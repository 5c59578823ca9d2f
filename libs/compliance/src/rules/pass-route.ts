import { type Corridor, isCut, type MultiPolygonArea } from '@tongyun/geo';

/** A road that is to be prescribed, WGS-84. */
interface PrescribedRoad extends Pick<Corridor, 'path'> {
  readonly name: string;
}

/**
 * Finds the roads that touch none of the areas, by name: drawn in another system than was said, or for
 * other zones. A road may begin and end outside of them.
 */
export const findRoadsOutside = (
  roads: readonly PrescribedRoad[],
  areas: readonly MultiPolygonArea[],
): string[] =>
  roads.filter(({ path }) => !areas.some((area) => touches(path, area))).map(({ name }) => name);

const touches = (path: PrescribedRoad['path'], area: MultiPolygonArea): boolean =>
  path.slice(1).some(([lng, lat], nth) => {
    const [fromLng, fromLat] = path[nth]!;
    return isCut({ lng: fromLng, lat: fromLat }, { lng, lat }, area);
  });
