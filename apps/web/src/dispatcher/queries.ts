import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { listAlerts } from '../api/alerts.js';
import { allPages } from '../api/all-pages.js';
import { listZones } from '../api/compliance.js';
import { getOrder, listOrders, listSites } from '../api/deliveries.js';
import { listDiversionOffers, listOrderDiversions } from '../api/diversions.js';
import { listLoadCandidates, listPumpCandidates } from '../api/dispatch.js';
import { listDrivers, listEnterprises, listPlants } from '../api/fleet.js';
import { mergeAlerts } from './alerts/desk-alerts.js';

/** Facts that change a few times a year need no asking twice a shift. */
const HALF_AN_HOUR = 30 * 60_000;
const A_MINUTE = 60_000;
const ALERTS_SHOWN = 100;

export const ordersOf = (operatingOn: string) =>
  queryOptions({
    queryKey: ['orders', operatingOn],
    queryFn: () => allPages((page) => listOrders({ ...page, operatingOn })),
  });

export const orderWith = (id: string) =>
  queryOptions({ queryKey: ['order', id], queryFn: () => getOrder(id) });

/** Every alert that waits for somebody, however old, and the newest of the others. */
export const alertsNow = () =>
  queryOptions({
    queryKey: ['alerts'],
    queryFn: async () =>
      mergeAlerts(
        await Promise.all([
          allPages((page) => listAlerts({ ...page, state: 'open' })),
          allPages((page) => listAlerts({ ...page, state: 'acknowledged', isEnded: false })),
          allPages((page) => listAlerts({ ...page, state: 'handling', isEnded: false })),
          listAlerts({ limit: ALERTS_SHOWN }).then(({ items }) => items),
        ]),
      ),
  });

/** One's own enterprise; a grade that is decided at any hour blocks orders from then. */
export const ownEnterprises = () =>
  queryOptions({
    queryKey: ['enterprises'],
    queryFn: () => allPages(listEnterprises),
    refetchInterval: A_MINUTE,
  });

export const allPlants = () =>
  queryOptions({
    queryKey: ['plants'],
    queryFn: () => allPages(listPlants),
    // The administration may change a range at any hour, and the map shows it.
    refetchInterval: A_MINUTE,
    refetchOnWindowFocus: 'always',
  });

export const allSites = () =>
  queryOptions({
    queryKey: ['sites'],
    queryFn: () => allPages(listSites),
    staleTime: HALF_AN_HOUR,
  });

export const allZones = () =>
  queryOptions({
    queryKey: ['zones'],
    queryFn: async () => (await listZones()).items,
    staleTime: HALF_AN_HOUR,
  });

export const allDrivers = () =>
  queryOptions({ queryKey: ['drivers'], queryFn: () => allPages(listDrivers) });

/** A load or a pump job that wants a vehicle. */
export type Job =
  | { readonly kind: 'load'; readonly id: string; readonly loadNo: number; readonly m3: number }
  | { readonly kind: 'pump'; readonly id: string };

export const candidatesFor = (job: Job) =>
  queryOptions({
    queryKey: ['candidates', job.kind, job.id],
    queryFn: async () =>
      (await (job.kind === 'load' ? listLoadCandidates(job.id) : listPumpCandidates(job.id))).items,
    staleTime: 0,
  });

/** Where the concrete of a trip could go now; what is on the road changes by the minute. */
export const diversionOffersOf = (tripId: string, takenM3: number) =>
  queryOptions({
    queryKey: ['diversion-offers', tripId, takenM3],
    queryFn: () => listDiversionOffers(tripId, takenM3),
    placeholderData: keepPreviousData,
    staleTime: 0,
    refetchInterval: A_MINUTE,
  });

/** What was sent away from an order and to it; read again with the order. */
export const diversionsOfOrder = (orderId: string) =>
  queryOptions({
    queryKey: [...orderWith(orderId).queryKey, 'diversions'],
    queryFn: async () => (await listOrderDiversions(orderId)).items,
  });
