import {
  type AcceptanceRequest,
  driverDayView,
  type ExWorksTestRequest,
  tripPapersView,
  type WeighingRequest,
} from '@tongyun/contracts';
import { api } from './client.js';

export const getTripPapers = (tripId: string) => api.get(`trips/${tripId}/papers`, tripPapersView);
export const recordWeighing = (tripId: string, request: WeighingRequest) =>
  api.post(`trips/${tripId}/weighings`, request, tripPapersView);
export const recordExWorksTest = (tripId: string, request: ExWorksTestRequest) =>
  api.post(`trips/${tripId}/ex-works-tests`, request, tripPapersView);
export const issueTicket = (tripId: string) =>
  api.post(`trips/${tripId}/tickets`, {}, tripPapersView);
export const voidTicket = (ticketId: string, reason: string) =>
  api.post(`tickets/${ticketId}/voiding`, { reason }, tripPapersView);
/** The driver's phone: the answer is his day. */
export const sendAcceptance = (request: AcceptanceRequest) =>
  api.post('driver/acceptances', request, driverDayView, { idempotencyKey: request.id });
