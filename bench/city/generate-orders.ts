import { between, type Random } from '@tongyun/kernel';
import type { DayOrder, DayPlant, DayPump, DayTruck, Priority } from '@tongyun/solver';
import { CITY } from './city-table.js';
import type { Enterprise } from './enterprise.js';
import { type Pour, SalesDesk } from './sales-desk.js';
import { distanceKm, hourSec, type Place, placeNear, share } from './places.js';

const WORDS = CITY.orders;

/**
 * Orders until they need the volume that the city moves in a day, each enterprise by its fleet.
 * The largest pours are agreed first, each at the offered time with most trucks and a pump free.
 */
export function generateOrders(
  random: Random,
  enterprises: readonly Enterprise[],
  plants: readonly DayPlant[],
  trucks: readonly DayTruck[],
  pumps: readonly DayPump[],
  places: Place[],
  scale: number,
): DayOrder[] {
  const fleets = enterprises.map(({ index }) =>
    trucks.filter((truck) => truck.enterprise === index && mayGo(truck)),
  );
  const allTrucks = fleets.reduce((sum, fleet) => sum + fleet.length, 0);
  const desks = enterprises.map(
    ({ index }) =>
      new SalesDesk(
        fleets[index]!,
        pumps.filter((pump) => pump.enterprise === index && mayGo(pump)),
      ),
  );
  const orders: DayOrder[] = [];
  for (const enterprise of enterprises) {
    const wishes: Wish[] = [];
    let leftM3 = (CITY.volumeM3 * scale * fleets[enterprise.index]!.length) / allTrucks;
    while (leftM3 > WORDS.leastM3) {
      const wish = wishOf(random);
      wishes.push({ ...wish, volumeM3: Math.round(Math.min(wish.volumeM3, leftM3)) });
      leftM3 -= wish.volumeM3;
    }
    for (const wish of wishes.toSorted((one, other) => other.volumeM3 - one.volumeM3)) {
      const around = { random, enterprise, enterprises, plants, places, desks };
      orders.push(agree(around, wish, orders.length));
    }
  }
  return orders;
}

const mayGo = (vehicle: DayTruck | DayPump): boolean => vehicle.forbidden.length === 0;

interface Wish {
  readonly joint: boolean;
  readonly volumeM3: number;
  readonly pumped: boolean;
  readonly rateM3PerHour: number;
  readonly priority: Priority;
}

function wishOf(random: Random): Wish {
  const joint = random() < WORDS.jointShare;
  const [leastM3, mostM3] = WORDS.jointM3;
  const volumeM3 = joint ? Math.round(between(random, leastM3, mostM3)) : volumeOf(random);
  const pumpedShare = volumeM3 < WORDS.smallM3 ? WORDS.smallPumpedShare : WORDS.pumpedShare;
  const pumped = joint || random() < pumpedShare;
  const [slow, fast] = pumped ? WORDS.pumpedM3PerHour : WORDS.chuteM3PerHour;
  const kind = random();
  const ordinary = kind >= WORDS.emergencyShare + WORDS.willCallShare;
  return {
    joint,
    volumeM3,
    pumped,
    rateM3PerHour: between(random, slow, fast),
    priority: kind < WORDS.emergencyShare ? 0 : ordinary ? 1 : 2,
  };
}

interface Agreeing {
  readonly random: Random;
  readonly enterprise: Enterprise;
  readonly enterprises: readonly Enterprise[];
  readonly plants: readonly DayPlant[];
  readonly places: Place[];
  readonly desks: readonly SalesDesk[];
}

function agree(around: Agreeing, wish: Wish, number: number): DayOrder {
  const { random, enterprise, enterprises, plants, places, desks } = around;
  const own = plants.filter((plant) => plant.enterprise === enterprise.index);
  const near = own[Math.floor(random() * own.length)]!;
  const km = WORDS.supplyKm * random() ** WORDS.distancePower;
  const site = placeNear(
    random,
    places[near.place]!,
    km * WORDS.siteAt.share + WORDS.siteAt.plusKm,
  );
  const { volumeM3, joint, rateM3PerHour } = wish;
  const two = volumeM3 >= WORDS.twoPlacesFromM3;
  const wanted = wish.pumped ? (two ? 2 : 1) : 0;
  const reachM =
    random() < WORDS.lowShare ? WORDS.lowM : between(random, WORDS.reachM[0], WORDS.reachM[1]);
  const inZone = distanceKm(site, CITY.zone) < CITY.zone.radiusKm;
  const stepSec = WORDS.offerStepMin * 60;
  const pours = Array.from({ length: WORDS.offers }, (): Pour => {
    const { fromHour, toHour } = share(random, WORDS.beginnings);
    return {
      firstFromSec: Math.round(hourSec(between(random, fromHour, toHour)) / stepSec) * stepSec,
      volumeM3: volumeM3 * (joint ? WORDS.jointOwnShare : 1),
      m3PerHour: rateM3PerHour * WORDS.keptRate * (two ? 2 : 1) * (joint ? WORDS.jointOwnShare : 1),
      pumps: wanted,
      reachM,
      inZone,
      cycleHours: (2 * km * CITY.detour) / CITY.speedKph + WORDS.standingHours,
    };
  });
  const partner = joint ? partnerOf(enterprise, enterprises, plants, places, site) : null;
  const pour = desks[enterprise.index]!.bestOf(pours);
  desks[enterprise.index]!.book(pour);
  if (partner !== null) desks[partner]!.book({ ...pour, pumps: 0 });
  const windowMin = wish.priority === 2 ? WORDS.willCallWindowMin : WORDS.windowMin;
  const [gapLeast, gapMost] = WORDS.gapMaxMin;
  return {
    id: `order-${number}`,
    place: places.push(site) - 1,
    priority: wish.priority,
    volumeM3,
    firstFromSec: pour.firstFromSec,
    firstToSec: pour.firstFromSec + windowMin * 60,
    open: { fromSec: 0, toSec: hourSec(WORDS.siteOpenToHour) },
    places: two ? 2 : 1,
    dischargeSecPerM3: Math.round(3_600 / rateM3PerHour),
    dischargeFixedSec: CITY.limits.dockMin * 60,
    leaveSec: CITY.limits.leaveMin * 60,
    spacingSec: 0,
    gapMaxSec: Math.round(between(random, gapLeast, gapMost)) * 60,
    ageMaxSec: WORDS.ageMaxMin * 60,
    zone: inZone ? 0 : -1,
    zoneSec: inZone ? CITY.zone.insideMin * 60 : 0,
    sources: sourcesOf(enterprise.index, partner, plants, places, site, volumeM3),
    pumps: pour.pumps,
    reachM: pour.pumps > 0 ? reachM : 0,
    primingM3: pour.pumps > 0 && random() < WORDS.primingShare ? 1 : 0,
    started: [],
    startedPumps: [],
    released: [],
  };
}

const volumeOf = (random: Random): number => {
  const bell = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const m3 = WORDS.medianM3 * Math.exp(WORDS.spread * bell);
  return Math.round(Math.min(Math.max(m3, WORDS.leastM3), WORDS.mostM3));
};

const inRange = (
  plants: readonly DayPlant[],
  places: readonly Place[],
  owner: number,
  site: Place,
) =>
  plants.flatMap(({ enterprise, place }, plant) =>
    enterprise === owner && distanceKm(places[place]!, site) <= WORDS.supplyKm ? [plant] : [],
  );

/** The nearest other enterprise with a plant in range; null when there is none. */
function partnerOf(
  enterprise: Enterprise,
  enterprises: readonly Enterprise[],
  plants: readonly DayPlant[],
  places: readonly Place[],
  site: Place,
): number | null {
  const able = enterprises.filter(
    ({ index }) => index !== enterprise.index && inRange(plants, places, index, site).length > 0,
  );
  const nearest = able.toSorted(
    (one, other) =>
      distanceKm(one.place, enterprise.place) - distanceKm(other.place, enterprise.place),
  )[0];
  return nearest?.index ?? null;
}

function sourcesOf(
  own: number,
  partner: number | null,
  plants: readonly DayPlant[],
  places: readonly Place[],
  site: Place,
  volumeM3: number,
): DayOrder['sources'] {
  const mine = inRange(plants, places, own, site);
  if (partner === null) return mine.map((plant) => ({ plant, maxM3: Infinity }));
  const [ownQuota, partnerQuota] = WORDS.jointQuotas;
  return [
    ...mine.map((plant) => ({ plant, maxM3: Math.ceil(volumeM3 * ownQuota) })),
    ...inRange(plants, places, partner, site).map((plant) => ({
      plant,
      maxM3: Math.ceil(volumeM3 * partnerQuota),
    })),
  ];
}
