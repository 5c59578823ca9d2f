import { between, pick, type Random, seededRandom } from '@tongyun/kernel';
import type { DayOrder, DayPlant, DayProblem, DayPump, DayTruck, Span } from '@tongyun/solver';
import { CITY } from './city-table.js';
import type { Enterprise } from './enterprise.js';
import { generateOrders } from './generate-orders.js';
import { hourSec, type Place, placeNear, share, travelTable } from './places.js';
import { waysInTown } from './ways-in-town.js';

/** A whole day of the city, the same for the same seed. */
export function generateCity(seed: number, scale: number): DayProblem {
  const random = seededRandom(seed);
  const places: Place[] = [];
  const enterprises = generateEnterprises(random, scale);
  const plants = generatePlants(random, enterprises, places, scale);
  const trucks = generateTrucks(random, enterprises, plants, scale);
  const pumps = generatePumps(random, enterprises, plants, scale);
  const orders: DayOrder[] = generateOrders(
    random,
    enterprises,
    plants,
    trucks,
    pumps,
    places,
    scale,
  );
  const { limits } = CITY;
  const travel = travelTable(places);
  return {
    nowSec: -Infinity,
    travel: { ...travel, crossings: waysInTown(travel, plants, orders) },
    plants,
    trucks,
    pumps,
    orders,
    limits: {
      loadFixedSec: limits.loadFixedMin * 60,
      washSec: limits.washMin * 60,
      drivingMaxSec: limits.drivingMaxH * 3_600,
      breakSec: limits.breakMin * 60,
      dayDrivingMaxSec: limits.dayDrivingH * 3_600,
      unnoticedSec: limits.unnoticedMin * 60,
    },
    weights: CITY.weights,
  };
}

function generateEnterprises(random: Random, scale: number): Enterprise[] {
  const all = CITY.districts.flatMap((district) =>
    Array.from({ length: district.enterprises }, () => ({
      place: placeNear(random, district, district.spreadKm * random() ** CITY.spreadPower),
      weight: (district.staff / district.enterprises) * between(random, ...CITY.enterpriseSize),
    })),
  );
  const count = Math.max(1, Math.round(all.length * scale));
  return all.slice(0, count).map((it, index) => ({ index, ...it }));
}

function generatePlants(
  random: Random,
  enterprises: readonly Enterprise[],
  places: Place[],
  scale: number,
): DayPlant[] {
  const homes = enterprises.flatMap((enterprise) => {
    const two = random() < CITY.secondPlantShare;
    const [near, far] = CITY.secondPlantKm;
    return [
      { enterprise, place: enterprise.place },
      ...(two
        ? [{ enterprise, place: placeNear(random, enterprise.place, between(random, near, far)) }]
        : []),
    ];
  });
  const byEnterprise = spreadOut(
    Math.max(Math.round(CITY.lines * scale), homes.length),
    enterprises.map(({ weight }) => weight),
    enterprises.map(({ index }) => homes.filter((home) => home.enterprise.index === index).length),
  );
  const lines = homes.map(({ enterprise }, index) => {
    const count = byEnterprise[enterprise.index]!;
    const siblings = homes.flatMap((home, at) => (home.enterprise === enterprise ? [at] : []));
    const rest = count % siblings.length;
    return Math.floor(count / siblings.length) + (siblings.indexOf(index) < rest ? 1 : 0);
  });
  return homes.map(({ enterprise, place }, index) => ({
    id: `plant-${index}`,
    enterprise: enterprise.index,
    place: places.push(place) - 1,
    open: { fromSec: 0, toSec: hourSec(CITY.plantOpenToHour) },
    lines: Array.from({ length: lines[index]! }, (_, line) => ({
      id: `plant-${index}-line-${line}`,
      rateM3PerHour: pick(random, CITY.lineRatesM3PerHour),
      closed: [],
    })),
  }));
}

const homeOf = (random: Random, plants: readonly DayPlant[], enterprise: number): number =>
  pick(
    random,
    plants.filter((plant) => plant.enterprise === enterprise),
  ).place;

function passOf(random: Random): Span[] {
  const { allowed } = share(random, CITY.passes);
  return allowed.map(([from, to]) => ({ fromSec: hourSec(from), toSec: hourSec(to) }));
}

function generateTrucks(
  random: Random,
  enterprises: readonly Enterprise[],
  plants: readonly DayPlant[],
  scale: number,
): DayTruck[] {
  const counts = spreadOut(
    Math.round(CITY.mixers * scale),
    enterprises.map(({ weight }) => weight),
  );
  return enterprises.flatMap(({ index }) =>
    Array.from({ length: counts[index]! }, (_, number) => {
      const { fromHour, toHour } = share(() => (number + 0.5) / counts[index]!, CITY.duties);
      const lent = random() < CITY.lentShare;
      const home = homeOf(random, plants, index);
      const [absent, forbidden] = [random() < CITY.absentShare, random() < CITY.forbiddenShare];
      return {
        id: `mixer-${index}-${number}`,
        enterprise: index,
        worksFor: lent ? [index, (index + 1) % enterprises.length] : [index],
        startPlace: home,
        endPlace: home,
        duty: { fromSec: hourSec(fromHour), toSec: hourSec(toHour) },
        forbidden: absent ? ['no_driver'] : forbidden ? ['vehicle_unregistered'] : [],
        zoneSpans: [passOf(random)],
        drumM3: share(random, CITY.drums).m3,
      };
    }),
  );
}

function generatePumps(
  random: Random,
  enterprises: readonly Enterprise[],
  plants: readonly DayPlant[],
  scale: number,
): DayPump[] {
  const weights = enterprises.map(({ weight }) => weight);
  const booms = spreadOut(Math.round(CITY.boomPumps * scale), weights);
  const trailers = spreadOut(Math.round(CITY.trailerPumps * scale), weights);
  const { fromHour, toHour } = CITY.pumpDuty;
  const pump = (enterprise: number, id: string, reachM: number, setUpMin: number): DayPump => {
    const home = homeOf(random, plants, enterprise);
    return {
      id,
      enterprise,
      worksFor: [enterprise],
      startPlace: home,
      endPlace: home,
      duty: { fromSec: hourSec(fromHour), toSec: hourSec(toHour) },
      forbidden: random() < CITY.forbiddenShare ? ['vehicle_unregistered'] : [],
      zoneSpans: [
        [{ fromSec: hourSec(CITY.pumpPass.fromHour), toSec: hourSec(CITY.pumpPass.toHour) }],
      ],
      reachM,
      setUpSec: setUpMin * 60,
      washSec: CITY.pumpWashMin * 60,
    };
  };
  return enterprises.flatMap(({ index }) => [
    ...Array.from({ length: booms[index]! }, (_, number) =>
      pump(index, `boom-${index}-${number}`, pick(random, CITY.boomsM), CITY.boomSetUpMin),
    ),
    ...Array.from({ length: trailers[index]! }, (_, number) =>
      pump(index, `trailer-${index}-${number}`, CITY.trailerLineM, CITY.trailerSetUpMin),
    ),
  ]);
}

/** Whole numbers by weight that add up to the total, each at least its least (1 where none is given). */
export function spreadOut(
  total: number,
  weights: readonly number[],
  least: readonly number[] = weights.map(() => 1),
): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const counts = weights.map((weight, index) =>
    Math.max(least[index]!, Math.floor((total * weight) / sum)),
  );
  const given = () => counts.reduce((all, count) => all + count, 0);
  const want = (index: number) => (total * weights[index]!) / sum - counts[index]!;
  const byWant = (most: boolean) =>
    counts
      .map((_, index) => index)
      .filter((index) => most || counts[index]! > least[index]!)
      .toSorted((one, other) => (most ? want(other) - want(one) : want(one) - want(other)))[0]!;
  for (let missing = total - given(); missing > 0; missing -= 1) counts[byWant(true)]! += 1;
  for (let over = given() - total; over > 0; over -= 1) counts[byWant(false)]! -= 1;
  return counts;
}
