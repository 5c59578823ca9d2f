import {
  type DriverView,
  driverPage,
  type PlantView,
  plantPage,
  type SiteView,
  sitePage,
  type VehicleView,
  vehiclePage,
} from '@tongyun/contracts';
import type { ApiSession } from '../api/api-session.js';

/** One enterprise as its dispatcher sees it. */
export interface EnterpriseCrew {
  readonly enterpriseId: string;
  readonly dispatcher: ApiSession;
  /** Signed in at the weigh room; the dispatcher where nobody is. */
  readonly plantDesk: ApiSession;
  readonly plants: readonly PlantView[];
  readonly sites: readonly SiteView[];
  readonly vehicles: readonly VehicleView[];
  readonly drivers: readonly DriverView[];
}

/** Reads what a dispatcher has to work with; the lists in an order that does not change. */
export async function readCrew(
  dispatcher: ApiSession,
  plantDesk: ApiSession,
): Promise<EnterpriseCrew> {
  const { enterpriseId } = dispatcher.user;
  if (enterpriseId === null) throw new Error(`${dispatcher.user.username} has no enterprise`);
  const [plants, sites, vehicles, drivers] = [
    await dispatcher.all('plants', plantPage),
    await dispatcher.all('sites', sitePage),
    await dispatcher.all('vehicles', vehiclePage),
    await dispatcher.all('drivers', driverPage),
  ];
  return {
    enterpriseId,
    dispatcher,
    plantDesk,
    plants: plants.filter((plant) => plant.enterpriseId === enterpriseId).toSorted(byId),
    sites: sites.toSorted(byId),
    vehicles: vehicles.filter(({ plateNo }) => plateNo !== null).toSorted(byFleetNo),
    drivers: drivers.toSorted((one, other) => one.phone.localeCompare(other.phone)),
  };
}

const byId = (one: { readonly id: string }, other: { readonly id: string }) =>
  one.id.localeCompare(other.id);
const byFleetNo = (one: VehicleView, other: VehicleView) =>
  (one.fleetNo ?? one.id).localeCompare(other.fleetNo ?? other.id);
