/** A road of a pass as the API takes it: lng and lat in the system that the row or its file states. */
export interface DrawnRoad {
  name: string;
  path: [number, number][];
}

const ROAD = /^([^:]+):(.+)$/u;
const POINT = /^(\d{1,3}(?:\.\d+)?) (\d{1,2}(?:\.\d+)?)$/u;
const FEWEST_POINTS = 2;

/**
 * Reads the roads that a pass prescribes as lists write them: `天目山路: 120.01 30.01, 120.05 30.02`, a
 * name and the points of its middle line; several are parted by semicolons.
 *
 * @returns null when it is not to be read
 */
export function readRoutes(text: string): DrawnRoad[] | null {
  const roads = partsOf(text.normalize('NFKC'), ';').map(readRoad);
  return roads.every((road) => road !== null) ? roads : null;
}

function readRoad(text: string): DrawnRoad | null {
  const [, name = '', line = ''] = ROAD.exec(text) ?? [];
  const path = partsOf(line, ',').map(readPoint);
  const isLine = path.length >= FEWEST_POINTS && path.every((point) => point !== null);
  return isLine && name.trim() !== '' ? { name: name.trim(), path } : null;
}

function readPoint(text: string): [number, number] | null {
  const [, lng, lat] = POINT.exec(text.replaceAll(/\s+/gu, ' ')) ?? [];
  return lng === undefined ? null : [Number(lng), Number(lat)];
}

const partsOf = (text: string, mark: string): string[] =>
  text
    .split(mark)
    .map((part) => part.trim())
    .filter((part) => part !== '');
