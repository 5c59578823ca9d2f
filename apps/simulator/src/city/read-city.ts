import {
  driverTrainingPage,
  passPage,
  type TerminalView,
  terminalPage,
  zoneList,
} from '@tongyun/contracts';
import { type Area, isCovered, type Wgs84, wgs84 } from '@tongyun/geo';
import { ApiSession } from '../api/api-session.js';
import { Refused } from '../api/refused.js';
import { findUntrained } from '../behaviours/untrained-driver.js';
import type { SimulatedUser } from '../options.js';
import { type EnterpriseCrew, readCrew } from './enterprise-crew.js';

/** Everything the simulation starts from, as the server has it. */
export interface City {
  readonly crews: readonly EnterpriseCrew[];
  readonly terminalOfVehicle: ReadonlyMap<string, TerminalView>;
  /** Who binds terminals that nobody knows yet; null: nobody who signed in may. */
  readonly administration: ApiSession | null;
  /** Vehicles that had a pass and have none now. */
  readonly expiredVehicleIds: ReadonlySet<string>;
  readonly untrainedDriverIds: ReadonlySet<string>;
  /** The built-up area and a place inside it; null where none is drawn. */
  readonly builtUp: { readonly area: Area; readonly middle: Wgs84 } | null;
}

/** Signs everybody in and reads the city; throws what the server refuses. */
export async function readCity(api: string, users: readonly SimulatedUser[]): Promise<City> {
  const sessions: ApiSession[] = [];
  for (const { username, password } of users) {
    sessions.push(await ApiSession.signIn(api, username, password));
  }
  const withRole = (role: string) =>
    sessions.filter(({ user }) => user.roles.some((name) => name === role));
  const desks = withRole('plant_desk');
  const crews: EnterpriseCrew[] = [];
  const expired = new Set<string>();
  const untrained = new Set<string>();
  for (const dispatcher of withRole('dispatcher')) {
    const { enterpriseId } = dispatcher.user;
    const desk = desks.find(({ user }) => user.enterpriseId === enterpriseId);
    crews.push(await readCrew(dispatcher, desk ?? dispatcher));
    for (const id of await expiredVehicles(dispatcher)) expired.add(id);
    const trainings = await dispatcher.all('driver-trainings', driverTrainingPage);
    for (const id of findUntrained(trainings)) untrained.add(id);
  }
  const [admin = null] = withRole('concrete_admin');
  const terminals = admin ? await admin.all('terminals', terminalPage) : [];
  return {
    crews,
    administration: admin,
    terminalOfVehicle: new Map(terminals.map((terminal) => [terminal.vehicleId ?? '', terminal])),
    expiredVehicleIds: expired,
    untrainedDriverIds: untrained,
    builtUp: crews[0] ? await findBuiltUp(crews[0]) : null,
  };
}

async function expiredVehicles(dispatcher: ApiSession): Promise<string[]> {
  const passes = await dispatcher.all('passes', passPage);
  const valid = new Set(
    passes
      .filter(({ state }) => state === 'valid' || state === 'expiring')
      .map((it) => it.vehicleId),
  );
  return passes
    .filter(({ state, vehicleId }) => state === 'expired' && !valid.has(vehicleId))
    .map(({ vehicleId }) => vehicleId);
}

/** The middle of the built-up area's corners, or a site in it where the middle lies outside. */
async function findBuiltUp({ dispatcher, sites }: EnterpriseCrew): Promise<City['builtUp']> {
  const { items } = await dispatcher.get('zones', zoneList);
  const zone = items.find(({ kind }) => kind === 'built_up');
  const ring = zone?.area.coordinates[0]?.[0];
  if (!zone || !ring) return null;
  const mean = (axis: 0 | 1) => ring.reduce((sum, corner) => sum + corner[axis], 0) / ring.length;
  const places = [
    wgs84(mean(0), mean(1)),
    ...sites.map(({ position }) => wgs84(position.lng, position.lat)),
  ];
  const middle = places.find((place) => isCovered(place, zone.area));
  return middle === undefined ? null : { area: zone.area, middle };
}

/** Whether waiting may help: the server is not there yet, or asks for patience. */
export const isPassing = (cause: unknown): boolean =>
  !(cause instanceof Refused) || cause.status === 429 || cause.status >= 500;
