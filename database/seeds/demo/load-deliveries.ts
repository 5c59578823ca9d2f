import {
  CreateOrderService,
  CreateSiteService,
  OrderQueries,
  SiteQueries,
} from '@tongyun/deliveries';
import { addMinutes, operatingDayOf, type SiteId } from '@tongyun/kernel';
import { DEMO_ADMINISTRATION, type ServiceSource, serviceOf, WHOLE_LIST } from './demo-services.js';
import type { DemoFleet } from './load-fleet.js';
import { DEMO_ORDERS, DEMO_ORDERS_TOMORROW, type DemoOrder } from './orders.js';
import { DEMO_SITES, type SiteKey } from './sites.js';

const MS_PER_5_MIN = 300_000;
/** The shipped default of the policy `operating_day.start_hour`; the demo changes no policy. */
const DAY_STARTS_AT_HOUR = 4;

const MIN_PER_DAY = 1_440;

type DatedOrder = DemoOrder & { readonly firstOnSiteAt: Date };

/** Enters sites, today's orders round `now` and tomorrow's, that are not there yet. */
export async function loadDeliveries(
  app: ServiceSource,
  fleet: DemoFleet,
  now: Date,
  timeZone: string,
): Promise<void> {
  const sites = await loadSites(app, fleet);
  const dayOf = (at: Date) => operatingDayOf(at, DAY_STARTS_AT_HOUR, timeZone);
  const tomorrow = dayOf(addMinutes(now, MIN_PER_DAY));
  const enter = async (dated: readonly DatedOrder[], days: readonly string[]) => {
    const known = await ordersOf(app, days);
    for (const { site, plant, pumpReachM, ...order } of dated) {
      const siteId = sites.get(site)!;
      if (known.has(`${siteId} ${order.pourLocation}`)) continue;
      await serviceOf(app, CreateOrderService).create(DEMO_ADMINISTRATION, {
        ...order,
        siteId,
        plantId: fleet.plants.get(plant)!,
        placingMethod: pumpReachM === null ? 'chute' : 'pump',
        isPumpNeeded: pumpReachM !== null,
        pumpReachM,
        primingM3: 0,
        isEmergency: false,
      });
    }
  };
  await enter(
    DEMO_ORDERS.map(({ startsInMin, ...order }) => ({
      ...order,
      firstOnSiteAt: startOf(now, startsInMin),
    })),
    [dayOf(now), dayOf(startOf(now, lastStartMin()))],
  );
  await enter(
    DEMO_ORDERS_TOMORROW.map(({ clock, ...order }) => ({
      ...order,
      firstOnSiteAt: new Date(`${tomorrow}T${clock}:00+08:00`),
    })),
    [tomorrow],
  );
}

const lastStartMin = (): number => Math.max(...DEMO_ORDERS.map(({ startsInMin }) => startsInMin));

/** The next full five minutes from then on: nobody orders concrete for 09:07. */
const startOf = (now: Date, inMin: number): Date =>
  new Date(Math.ceil(addMinutes(now, inMin).getTime() / MS_PER_5_MIN) * MS_PER_5_MIN);

/** The orders of these operating days, each as its site and pour location. */
async function ordersOf(app: ServiceSource, days: readonly string[]): Promise<Set<string>> {
  const known = new Set<string>();
  for (const operatingOn of new Set(days)) {
    const orders = await serviceOf(app, OrderQueries).list(DEMO_ADMINISTRATION, {
      ...WHOLE_LIST,
      operatingOn,
    });
    for (const { siteId, pourLocation } of orders) known.add(`${siteId} ${pourLocation}`);
  }
  return known;
}

async function loadSites(app: ServiceSource, fleet: DemoFleet): Promise<Map<SiteKey, SiteId>> {
  const known = await serviceOf(app, SiteQueries).list(DEMO_ADMINISTRATION, WHOLE_LIST);
  const ids = new Map<SiteKey, SiteId>();
  for (const { key, enterprise, lng, lat, ...site } of DEMO_SITES) {
    const { id } =
      known.find(({ name }) => name === site.name) ??
      (await serviceOf(app, CreateSiteService).create(DEMO_ADMINISTRATION, {
        ...site,
        enterpriseId: fleet.enterprises.get(enterprise)!,
        position: { lng, lat, crs: 'wgs84' },
        fenceRadiusM: 150,
      }));
    ids.set(key, id);
  }
  return ids;
}
