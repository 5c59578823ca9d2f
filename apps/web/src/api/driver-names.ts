import {
  type AskDriverNameRequest,
  driverNameRequestPage,
  driverNameRequestView,
  driverNameSteps,
  type ListDriverNameRequestsQuery,
  type StepDriverNameRequest,
} from '@tongyun/contracts';
import { api } from './client.js';

export const listDriverNameRequests = (query: Partial<ListDriverNameRequestsQuery> = {}) =>
  api.get('driver-name-requests', driverNameRequestPage, query);
export const listDriverNameSteps = (id: string) =>
  api.get(`driver-name-requests/${id}/steps`, driverNameSteps);
export const askDriverName = (driverId: string, request: AskDriverNameRequest) =>
  api.post(`drivers/${driverId}/name-requests`, request, driverNameRequestView);
export const stepDriverName = (id: string, request: StepDriverNameRequest, ifMatch: number) =>
  api.post(`driver-name-requests/${id}/steps`, request, driverNameRequestView, { ifMatch });
