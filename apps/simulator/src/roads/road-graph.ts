import { distanceM, type Wgs84, wgs84 } from '@tongyun/geo';

export interface RoadClass {
  readonly name: 'expressway' | 'main_road' | 'bridge' | 'access';
  /** How fast a mixer drives there when nothing is in its way. */
  readonly speedKph: number;
  /** No mixer of ours is faster there, however pressed: within what the shipped policy allows in town and out of it. */
  readonly limitKph: number;
}

export interface Road {
  readonly from: string;
  readonly to: string;
  readonly roadClass: RoadClass;
}

export interface RoadGraph {
  readonly junctions: ReadonlyMap<string, Wgs84>;
  readonly roads: readonly Road[];
}

/** Next point of a path and how fast one drives towards it. */
export interface PathPoint extends Pick<RoadClass, 'speedKph' | 'limitKph'> {
  readonly at: Wgs84;
}

/** The last hundred metres, off the mapped roads. */
const ACCESS: RoadClass = { name: 'access', speedKph: 25, limitKph: 40 };

const towards = (at: Wgs84, { speedKph, limitKph }: RoadClass): PathPoint => ({
  at,
  speedKph,
  limitKph,
});

const access = (at: Wgs84): PathPoint => towards(at, ACCESS);

interface Foot {
  readonly road: Road;
  readonly at: Wgs84;
  readonly awayM: number;
}

/** Nearest point of a straight road to `place`; flat at city scale, error below a metre a km. */
function footOn(graph: RoadGraph, road: Road, place: Wgs84): Foot {
  const from = graph.junctions.get(road.from)!;
  const to = graph.junctions.get(road.to)!;
  const squeeze = Math.cos((place.lat * Math.PI) / 180);
  const [east, north] = [(to.lng - from.lng) * squeeze, to.lat - from.lat];
  const [x, y] = [(place.lng - from.lng) * squeeze, place.lat - from.lat];
  const along = Math.max(0, Math.min(1, (x * east + y * north) / (east ** 2 + north ** 2)));
  const at = wgs84(from.lng + (to.lng - from.lng) * along, from.lat + (to.lat - from.lat) * along);
  return { road, at, awayM: distanceM(place, at) };
}

const nearestFoot = (graph: RoadGraph, place: Wgs84): Foot =>
  graph.roads
    .map((road) => footOn(graph, road, place))
    .reduce((best, foot) => (foot.awayM < best.awayM ? foot : best));

/**
 * The quickest way from one place to another over the roads, joined to them by straight access.
 *
 * @returns the points after `from`, each with the speed on the way to it; the last one is `to`
 */
export function findPath(graph: RoadGraph, from: Wgs84, to: Wgs84): PathPoint[] {
  const start = nearestFoot(graph, from);
  const end = nearestFoot(graph, to);
  if (start.road === end.road) {
    return [access(start.at), towards(end.at, start.road.roadClass), access(to)];
  }
  const middle = quickest(graph, start, end);
  return [access(start.at), ...middle, towards(end.at, end.road.roadClass), access(to)];
}

const hours = (from: Wgs84, to: Wgs84, speedKph: number): number =>
  distanceM(from, to) / 1_000 / speedKph;

interface Reached {
  hours: number;
  /** Null at the junctions of the road one starts on. */
  via: { readonly junction: string; readonly roadClass: RoadClass } | null;
  isSettled: boolean;
}

/** Dijkstra over junctions; a graph of a few dozen needs no heap. */
function quickest(graph: RoadGraph, start: Foot, end: Foot): PathPoint[] {
  const place = (junction: string) => graph.junctions.get(junction)!;
  const reached = new Map<string, Reached>();
  for (const junction of [start.road.from, start.road.to]) {
    const cost = hours(start.at, place(junction), start.road.roadClass.speedKph);
    reached.set(junction, { hours: cost, via: null, isSettled: false });
  }
  for (let junction = nextOf(reached); junction !== null; junction = nextOf(reached)) {
    const here = reached.get(junction)!;
    here.isSettled = true;
    for (const road of graph.roads) {
      const other = road.from === junction ? road.to : road.to === junction ? road.from : null;
      if (other === null) continue;
      const { roadClass } = road;
      const cost = here.hours + hours(place(junction), place(other), roadClass.speedKph);
      if (cost < (reached.get(other)?.hours ?? Number.POSITIVE_INFINITY)) {
        reached.set(other, { hours: cost, via: { junction, roadClass }, isSettled: false });
      }
    }
  }
  const leave = [end.road.from, end.road.to]
    .filter((junction) => reached.has(junction))
    .map((junction) => ({
      junction,
      hours:
        reached.get(junction)!.hours + hours(place(junction), end.at, end.road.roadClass.speedKph),
    }))
    .toSorted((one, other) => one.hours - other.hours)[0];
  if (!leave) return [];

  const points: PathPoint[] = [];
  for (let junction: string | null = leave.junction; junction !== null;) {
    const { via }: Reached = reached.get(junction)!;
    points.unshift(towards(place(junction), via?.roadClass ?? start.road.roadClass));
    junction = via?.junction ?? null;
  }
  return points;
}

function nextOf(reached: ReadonlyMap<string, Reached>): string | null {
  let best: string | null = null;
  let bestHours = Number.POSITIVE_INFINITY;
  for (const [junction, { hours: cost, isSettled }] of reached) {
    if (isSettled || cost >= bestHours) continue;
    best = junction;
    bestHours = cost;
  }
  return best;
}
