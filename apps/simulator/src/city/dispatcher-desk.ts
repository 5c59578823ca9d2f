import { randomUUID } from 'node:crypto';
import {
  type AssignmentView,
  autoAssignView,
  deviceCodeView,
  orderDetailView,
  orderPage,
  type OrderView,
  type PlantView,
  type SiteView,
} from '@tongyun/contracts';
import { distanceM, wgs84 } from '@tongyun/geo';
import { between, pick, type Random } from '@tongyun/kernel';
import type { Summary } from '../summary.js';
import type { EnterpriseCrew } from './enterprise-crew.js';
import type { PumpWord } from './pump.js';

/** Loads that may wait for a truck before the dispatcher takes no further order. */
const MAX_WAITING_LOADS = 12;
const ASSIGNABLE: readonly OrderView['state'][] = ['firm', 'released', 'pouring'];
/** What is wanted later than this is planned, not assigned as it comes. */
const ASSIGNED_AHEAD_MS = 6 * 3_600_000;
const GRADES = ['C25', 'C30', 'C35', 'C40'];
const PUMP_REACH_M = 32;
/** A plant is preferred well inside its range, so that most orders are taken. */
const SAFELY_INSIDE = 0.9;

/** The dispatcher of one enterprise: takes orders and has them assigned. */
export class DispatcherDesk {
  private waitingLoads = 0;

  constructor(
    private readonly crew: EnterpriseCrew,
    private readonly summary: Summary,
    private readonly random: Random,
  ) {}

  async issueDeviceCode(driverId: string): Promise<string> {
    const { code } = await this.crew.dispatcher.post('auth/device-codes', deviceCodeView, {
      driverId,
    });
    return code;
  }

  /** Enters one order for a site of the enterprise, unless too much waits already. */
  async takeOrder(now: Date): Promise<void> {
    if (this.crew.sites.length === 0 || this.waitingLoads > MAX_WAITING_LOADS) return;
    const site = pick(this.random, this.crew.sites);
    const plant = nearestPlant(this.crew.plants, site);
    if (!plant) return;
    const isPumpNeeded = this.random() < 0.25;
    const body = {
      siteId: site.id,
      plantId: plant.id,
      grade: pick(this.random, GRADES),
      slumpMm: 180,
      placingMethod: isPumpNeeded ? 'pump' : 'chute',
      pourLocation: `${Math.floor(between(this.random, 1, 30))} 层梁板`,
      plannedM3: Math.round(between(this.random, 16, 44)),
      rateM3PerHour: 30,
      firstOnSiteAt: new Date(now.getTime() + 40 * 60_000).toISOString(),
      isPumpNeeded,
      pumpReachM: isPumpNeeded ? PUMP_REACH_M : null,
    };
    await this.crew.dispatcher.post('orders', orderDetailView, body, randomUUID());
    this.summary.count('orders');
  }

  /** Records for a pump's operator what he called in. */
  async recordPumpStage({ jobId, stage }: PumpWord, now: Date): Promise<void> {
    const body = { id: randomUUID(), stage, at: now.toISOString() };
    await this.crew.dispatcher.post(`pump-jobs/${jobId}/stages`, orderDetailView, body);
  }

  /** Assigns what is wanted soon and not assigned yet, the earliest order first; gives what was. */
  async assignWaiting(now: Date): Promise<AssignmentView[]> {
    const orders = await this.crew.dispatcher.all('orders', orderPage);
    const waiting = orders
      .filter(({ state }) => ASSIGNABLE.includes(state))
      .filter(({ firstOnSiteAt }) => Date.parse(firstOnSiteAt) < now.getTime() + ASSIGNED_AHEAD_MS)
      .filter(({ loadCount, assignedLoadCount }) => assignedLoadCount < loadCount)
      .toSorted((one, other) => one.firstOnSiteAt.localeCompare(other.firstOnSiteAt));
    const assigned: AssignmentView[] = [];
    let unserved = 0;
    for (const { id, loadCount, assignedLoadCount } of waiting) {
      if (unserved > 0) {
        unserved += loadCount - assignedLoadCount;
        continue;
      }
      const path = `orders/${id}/auto-assignment`;
      const done = await this.crew.dispatcher.post(path, autoAssignView, {}, randomUUID());
      assigned.push(...done.assigned);
      unserved += done.unserved.length;
    }
    this.waitingLoads = unserved;
    if (assigned.length > 0) this.summary.count('assigned', assigned.length);
    return assigned;
  }
}

function nearestPlant(plants: readonly PlantView[], site: SiteView): PlantView | null {
  const [nearest] = plants
    .map((plant) => ({ plant, awayM: distanceM(toWgs84(plant), toWgs84(site)) }))
    .filter(({ plant, awayM }) => awayM < SAFELY_INSIDE * (plant.range?.radiusM ?? awayM + 1))
    .toSorted((one, other) => one.awayM - other.awayM);
  return nearest?.plant ?? null;
}

const toWgs84 = ({ position }: { readonly position: { lng: number; lat: number } }) =>
  wgs84(position.lng, position.lat);
