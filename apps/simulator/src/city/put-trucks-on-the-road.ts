import type { VehicleView } from '@tongyun/contracts';
import { type Wgs84, wgs84 } from '@tongyun/geo';
import type { TruckBehaviour, Wanderer } from '../behaviours/behaviour.js';
import { expiredPass } from '../behaviours/expired-pass.js';
import { UNKNOWN_TERMINAL, unregisteredVehicle } from '../behaviours/unregistered-vehicle.js';
import type { SimulatorOptions } from '../options.js';
import type { Random } from '@tongyun/kernel';
import { placeBeforeBorder } from '../roads/place-before-border.js';
import { HANGZHOU } from '../roads/hangzhou.js';
import { SimulatedTerminal, type TerminalIdentity } from '../terminal/simulated-terminal.js';
import { TerminalLine } from '../terminal/terminal-line.js';
import { castTruck } from './casting.js';
import type { EnterpriseCrew } from './enterprise-crew.js';
import { Pump } from './pump.js';
import type { City } from './read-city.js';
import { terminalIdentityOf } from './terminal-identity.js';
import { Truck } from './truck.js';

/** A mixer with the driver who is to check in on it. */
export interface MannedTruck {
  readonly crew: EnterpriseCrew;
  readonly vehicle: VehicleView;
  readonly truck: Truck;
  readonly driverId: string;
}

export interface Cast {
  /** Every vehicle that reports. */
  readonly trucks: readonly Truck[];
  readonly manned: readonly MannedTruck[];
  /** By vehicle id. */
  readonly pumps: ReadonlyMap<string, Pump>;
  readonly wanderers: readonly { readonly truck: Truck; readonly wanderer: Wanderer }[];
  /** By the number of a terminal that the server does not know yet, the vehicle that it is fitted to. */
  readonly fitted: ReadonlyMap<string, string>;
}

const REPORT_EVERY_SEC = 5;
const OUTSIDE_M = 1_500;
const PUMP_DWELLS = { setUpSec: 600, primeSec: 120 };

interface Place {
  readonly crew: EnterpriseCrew;
  readonly vehicle: VehicleView;
  /** The driver whose turn it is on this vehicle; undefined when there are fewer drivers. */
  readonly driverId: string | undefined;
  readonly yard: Wgs84;
}

/** Gives every vehicle a terminal, a place at its plant, a driver and a part to play. */
export function putTrucksOnTheRoad(city: City, options: SimulatorOptions, random: Random): Cast {
  const settings = {
    roads: HANGZHOU,
    pace: options.speed,
    reportEverySec: REPORT_EVERY_SEC,
    random,
  };
  const roll = (identity: TerminalIdentity, at: Wgs84, behaviour: TruckBehaviour | null): Truck =>
    new Truck(
      new TerminalLine(new SimulatedTerminal(identity, options.jt808)),
      at,
      settings,
      behaviour,
    );
  const places = city.crews.flatMap(placesOf);
  const mixers = takeEvenly(
    places.filter(({ vehicle }) => vehicle.kind === 'mixer'),
    options.trucks,
  );
  const pumpers = takeEvenly(
    places.filter(({ vehicle }) => vehicle.kind !== 'mixer'),
    options.pumps,
  );
  const manned: MannedTruck[] = [];
  const wanderers: Cast['wanderers'][number][] = [];
  const pumps = new Map<string, Pump>();
  const fitted = new Map<string, string>();
  const identityOf = (vehicle: VehicleView, nth: number): TerminalIdentity => {
    const known = city.terminalOfVehicle.get(vehicle.id);
    const identity = terminalIdentityOf(vehicle, known, nth);
    if (known === undefined) fitted.set(identity.phone, vehicle.id);
    return identity;
  };

  for (const [nth, { crew, vehicle, driverId, yard }] of mixers.entries()) {
    const identity = identityOf(vehicle, nth);
    if (city.builtUp && city.expiredVehicleIds.has(vehicle.id)) {
      const outside = outsideOf(city.builtUp, yard);
      const wanderer = expiredPass(outside, city.builtUp.middle);
      wanderers.push({ truck: roll(identity, outside, wanderer), wanderer });
    } else if (driverId !== undefined) {
      const truck = roll(identity, yard, castTruck(nth, random));
      manned.push({ crew, vehicle, truck, driverId });
    }
  }
  const dwells = {
    setUpSec: PUMP_DWELLS.setUpSec / options.speed,
    primeSec: PUMP_DWELLS.primeSec / options.speed,
  };
  for (const [nth, { vehicle, yard }] of pumpers.entries()) {
    const identity = identityOf(vehicle, mixers.length + nth);
    pumps.set(vehicle.id, new Pump(roll(identity, yard, null), yard, dwells));
  }
  if (city.builtUp && places[0]) {
    const outside = outsideOf(city.builtUp, places[0].yard);
    const wanderer = unregisteredVehicle(outside, city.builtUp.middle);
    wanderers.push({ truck: roll(UNKNOWN_TERMINAL, outside, wanderer), wanderer });
  }
  const trucks = [
    ...manned.map(({ truck }) => truck),
    ...wanderers.map(({ truck }) => truck),
    ...[...pumps.values()].map(({ truck }) => truck),
  ];
  return { trucks, manned, pumps, wanderers, fitted };
}

/** Near the built-up area, so that whoever watches need not wait until somebody drives into it. */
const outsideOf = ({ area, middle }: NonNullable<City['builtUp']>, yard: Wgs84): Wgs84 =>
  placeBeforeBorder(HANGZHOU, yard, middle, area, OUTSIDE_M);

function placesOf(crew: EnterpriseCrew): Place[] {
  return crew.vehicles.flatMap((vehicle, index) => {
    const plant = crew.plants[index % crew.plants.length];
    if (!plant) return [];
    const yard = wgs84(plant.position.lng, plant.position.lat);
    return [{ crew, vehicle, driverId: crew.drivers[index]?.id, yard }];
  });
}

/** At most `count`, in turn from every enterprise, so that none is left out. */
function takeEvenly(places: readonly Place[], count: number): Place[] {
  const rank = new Map<Place, number>();
  const seen = new Map<EnterpriseCrew, number>();
  for (const place of places) {
    const nth = seen.get(place.crew) ?? 0;
    rank.set(place, nth);
    seen.set(place.crew, nth + 1);
  }
  return places.toSorted((one, other) => rank.get(one)! - rank.get(other)!).slice(0, count);
}
