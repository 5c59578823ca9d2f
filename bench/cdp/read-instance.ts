import type { PourProblem } from '@tongyun/solver';

type Rows = readonly (readonly string[])[];

/**
 * Reads an instance of the Concrete Delivery Problem as Ali et al. (2024) publish it: a trip leads
 * over the best station, and each leg is rounded up by itself.
 */
export function readInstance(text: string): PourProblem {
  const lines = text
    .split(/^-{3,}/m)[0]!
    .split(/\r?\n/)
    .map((line) => line.trim());
  const maxGapMin = Number(fieldOf(lines, 'MaxTimeLag'));
  const vehicles = rowsAfter(lines, 'Vehicles');
  const customers = rowsAfter(lines, 'Customers');
  const stations = rowsAfter(lines, 'Stations').map(([id]) => id!);
  const places = new Map(
    rowsAfter(lines, 'Locations').map(([id, x, y]) => [id!, { x: Number(x), y: Number(y) }]),
  );
  const legMin = (from: string, to: string): number => {
    const [a, b] = [places.get(from), places.get(to)];
    if (!a || !b) throw new Error(`No location ${a ? to : from}`);
    return Math.ceil(Math.hypot(a.x - b.x, a.y - b.y));
  };
  const viaStation = (from: string, to: string): number =>
    Math.min(...stations.map((station) => legMin(from, station) + legMin(station, to)));
  const ids = customers.map(([id]) => id!);
  return {
    trucks: vehicles.map(([id, capacity, discharge]) => ({
      id: id!,
      capacityM3: Number(capacity),
      dischargeMin: Number(discharge),
    })),
    pours: customers.map(([id, demand, from, to]) => ({
      id: id!,
      demandM3: Number(demand),
      fromMin: Number(from),
      toMin: Number(to),
    })),
    tripMin: ids.map((from) => ids.map((to) => viaStation(from, to))),
    firstTripMin: ids.map((to) => viaStation('v0', to)),
    maxGapMin,
  };
}

function fieldOf(lines: readonly string[], name: string): string {
  const line = lines.find((it) => it.startsWith(`${name}:`));
  if (line === undefined) throw new Error(`The instance states no ${name}`);
  return line.slice(name.length + 1).trim();
}

function rowsAfter(lines: readonly string[], name: string): Rows {
  const count = Number(fieldOf(lines, name));
  const at = lines.findIndex((it) => it.startsWith(`${name}:`));
  const rows = lines
    .slice(at + 1)
    .filter((line) => line !== '')
    .slice(0, count);
  if (rows.length < count) throw new Error(`The instance has too few ${name}`);
  return rows.map((line) => line.split(/\s+/));
}
