import type {
  DayOrder,
  DayProblem,
  DayVehicle,
  Jam,
  Span,
  WayCrossings,
  ZoneCrossing,
} from './day-problem.js';

const NO_CROSSINGS: WayCrossings = new Map();

/**
 * The first thing that makes no sense in a day's problem (a place, plant, truck, pump or zone that
 * is not there, a size or rate not above 0, a span that ends before it begins), in words; null when
 * there is none.
 */
export function findDayFault(problem: DayProblem): string | null {
  const { travel, plants, trucks, pumps, orders } = problem;
  const { places, freeSec, roadKm, hourFactor, jams, crossings = NO_CROSSINGS } = travel;
  const tables = [freeSec.length, roadKm.length].every((length) => length === places * places);
  if (!tables || hourFactor.length === 0) return 'the travel table does not hold every way';
  if (jams !== undefined && jams.at.length !== places) return 'jams are not known by place';
  if (jams?.all.some((jam) => !isJam(jam, places))) return 'a jam makes no sense';
  for (const { id, place, open, lines } of plants) {
    if (!isIn(place, places)) return `plant ${id} is at an unknown place`;
    if (!isSpan(open)) return `plant ${id} closes before it opens`;
    if (lines.some(({ rateM3PerHour }) => !(rateM3PerHour > 0))) {
      return `plant ${id} has a line that loads nothing`;
    }
  }
  for (const truck of trucks) {
    if (!(truck.drumM3 > 0)) return `truck ${truck.id} has no drum`;
    const fault = vehicleFault(truck, places);
    if (fault !== null) return fault;
  }
  for (const pump of pumps) {
    const fault = vehicleFault(pump, places);
    if (fault !== null) return fault;
  }
  const zones = Math.min(...[...trucks, ...pumps].map(({ zoneSpans }) => zoneSpans.length));
  for (const [way, parts] of crossings) {
    if (!isIn(way, places * places)) return 'zones are known of an unknown way';
    if (!parts.every((part) => isOnWay(part, zones))) return 'a way leads through an unknown zone';
  }
  for (const order of orders) {
    const fault = orderFault(problem, order, zones);
    if (fault !== null) return `order ${order.id} ${fault}`;
  }
  return null;
}

/** Throws RangeError for a day that makes no sense. */
export function refuseFaulty(problem: DayProblem): void {
  const fault = findDayFault(problem);
  if (fault !== null) throw new RangeError(`The day cannot be planned: ${fault}`);
}

const isIn = (index: number, length: number): boolean =>
  Number.isInteger(index) && index >= 0 && index < length;

const isSpan = ({ fromSec, toSec }: Span): boolean => fromSec <= toSec;

const isJam = ({ places, factor, ...span }: Jam, count: number): boolean =>
  factor >= 1 && isSpan(span) && places.every((place) => isIn(place, count));

const isOnWay = ({ zone, from, to }: ZoneCrossing, zones: number): boolean =>
  isIn(zone, zones) && 0 <= from && from <= to && to <= 1;

function vehicleFault(vehicle: DayVehicle, places: number): string | null {
  const { id, startPlace, endPlace, worksFor } = vehicle;
  if (!isIn(startPlace, places) || !isIn(endPlace, places)) return `${id} is at an unknown place`;
  return worksFor.length === 0 ? `${id} works for nobody` : null;
}

/** @param zones that every vehicle knows its hours in; Infinity where there is no vehicle */
function orderFault(
  { travel, plants, trucks, pumps }: DayProblem,
  order: DayOrder,
  zones: number,
): string | null {
  const { place, volumeM3, places, zone, sources, started, startedPumps } = order;
  if (!isIn(place, travel.places)) return 'is at an unknown place';
  if (order.site !== undefined && !isIn(order.site, Infinity)) return 'is at no site';
  if (!(volumeM3 >= 0)) return 'has no volume';
  if (!isIn(places, Infinity) || places === 0) return 'has no place to discharge';
  if (!(order.firstFromSec <= order.firstToSec)) return 'must begin before it may';
  if (!(order.dischargeSecPerM3 > 0)) return 'takes no time to discharge';
  if (zone !== -1 && !isIn(zone, zones)) return 'is in an unknown zone';
  if (!sources.every(({ plant }) => isIn(plant, plants.length))) return 'has an unknown plant';
  if (!sources.every(({ loadFixedSec = 0 }) => loadFixedSec >= 0)) {
    return 'loads in less than no time';
  }
  const { sharesM3 = [], others = [] } = order;
  if (!sources.every(({ share }) => share === undefined || isIn(share, sharesM3.length))) {
    return 'has an unknown share';
  }
  const isInTurn = others.every(
    ({ place: at, dischargeFromSec, dischargeToSec }, index) =>
      isIn(at, places) &&
      dischargeFromSec <= dischargeToSec &&
      dischargeFromSec >= (others[index - 1]?.dischargeFromSec ?? -Infinity),
  );
  if (!isInTurn) return 'shares its site with discharges out of order or at an unknown place';
  const isKnown = started.every(
    ({ truck, plant, line }) =>
      isIn(truck, trucks.length) && isIn(line, plants[plant]?.lines.length ?? 0),
  );
  if (!isKnown) return 'has a started load of nobody';
  return startedPumps.every(({ pump }) => isIn(pump, pumps.length))
    ? null
    : 'has an unknown pump standing';
}
