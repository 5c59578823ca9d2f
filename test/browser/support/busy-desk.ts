import { randomUUID } from 'node:crypto';
import {
  type AssignmentView,
  assignmentView,
  candidatesView,
  type OrderDetailView,
  orderDetailView,
  type PlantView,
  type SiteView,
} from '@tongyun/contracts';
import { addMinutes } from '@tongyun/kernel';
import type { ApiSession } from '../../../apps/simulator/src/index.js';

interface Posted<View> {
  readonly path: string;
  readonly body: object;
  readonly key: string;
  readonly view: View;
}

/** Six orders at a time have trucks enough; the next six are for hours later. */
const ORDERS_AT_A_TIME = 6;
const MIN_BETWEEN = 240;

/** A dispatcher who enters orders of one load and assigns each; remembers what was answered. */
export class BusyDesk {
  readonly orders: Posted<OrderDetailView>[] = [];
  readonly assignments: Posted<AssignmentView>[] = [];

  constructor(
    private readonly dispatcher: ApiSession,
    private readonly plant: PlantView,
    private readonly site: SiteView,
    private readonly openedAt: Date,
  ) {}

  async takeAndAssign(): Promise<AssignmentView> {
    const [load] = (await this.takeOrder()).loads;
    const candidates = await this.dispatcher.get(`loads/${load!.id}/candidates`, candidatesView);
    const best = candidates.items.find(({ mayAssign, driverId }) => mayAssign && driverId !== null);
    if (best === undefined) throw new Error('nobody may be assigned');
    const { vehicleId, driverId } = best;
    const [path, body] = [`loads/${load!.id}/assignment`, { vehicleId, driverId }];
    const key = randomUUID();
    const view = await this.dispatcher.post(path, assignmentView, body, key);
    this.assignments.push({ path, body, key, view });
    return view;
  }

  private async takeOrder(): Promise<OrderDetailView> {
    const nth = this.orders.length;
    const inMin = 90 + Math.floor(nth / ORDERS_AT_A_TIME) * MIN_BETWEEN;
    const body = {
      siteId: this.site.id,
      plantId: this.plant.id,
      grade: 'C30',
      slumpMm: 180,
      placingMethod: 'chute',
      pourLocation: `${nth + 1} 层梁板`,
      plannedM3: 8,
      rateM3PerHour: 30,
      firstOnSiteAt: addMinutes(this.openedAt, inMin).toISOString(),
      isPumpNeeded: false,
    };
    const key = randomUUID();
    const view = await this.dispatcher.post('orders', orderDetailView, body, key);
    this.orders.push({ path: 'orders', body, key, view });
    return view;
  }
}
