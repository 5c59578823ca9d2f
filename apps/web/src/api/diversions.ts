import {
  diversionOffersView,
  diversionView,
  type DivertTripRequest,
  orderDiversionList,
} from '@tongyun/contracts';
import { api } from './client.js';

export const listDiversionOffers = (tripId: string, takenM3: number) =>
  api.get(`trips/${tripId}/diversion-offers`, diversionOffersView, { takenM3 });
export const divertTrip = (tripId: string, request: DivertTripRequest, ifMatch: number) =>
  api.post(`trips/${tripId}/diversions`, request, diversionView, { ifMatch });
export const listOrderDiversions = (orderId: string) =>
  api.get(`orders/${orderId}/diversions`, orderDiversionList);
