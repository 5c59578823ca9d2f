import {
  alertPage,
  alertView,
  type DecideAlertRequest,
  type ListAlertsQuery,
} from '@tongyun/contracts';
import { api } from './client.js';

export const listAlerts = (query: Partial<ListAlertsQuery> = {}) =>
  api.get('alerts', alertPage, query);
export const getAlert = (id: string) => api.get(`alerts/${id}`, alertView);
export const decideAlert = (id: string, request: DecideAlertRequest, ifMatch: number) =>
  api.post(`alerts/${id}/decisions`, request, alertView, { ifMatch });
