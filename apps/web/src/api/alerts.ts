import {
  alertDeliveries,
  alertMuteList,
  alertMuteView,
  alertPage,
  type AlertReceiptRequest,
  alertView,
  type DecideAlertRequest,
  driverAlerts,
  type ListAlertsQuery,
  type MuteAlertsRequest,
} from '@tongyun/contracts';
import { z } from 'zod';
import { api } from './client.js';

export const listAlerts = (query: Partial<ListAlertsQuery> = {}) =>
  api.get('alerts', alertPage, query);
export const getAlert = (id: string) => api.get(`alerts/${id}`, alertView);
export const decideAlert = (id: string, request: DecideAlertRequest, ifMatch: number) =>
  api.post(`alerts/${id}/decisions`, request, alertView, { ifMatch });
export const listAlertDeliveries = (id: string) =>
  api.get(`alerts/${id}/deliveries`, alertDeliveries);
/** Says that somebody here has opened the alert. */
export const seeAlert = (id: string) => api.post(`alerts/${id}/seen`, {}, z.unknown());
export const listDriverAlerts = () => api.get('driver/alerts', driverAlerts);
export const receiveAlert = (id: string, request: AlertReceiptRequest) =>
  api.post(`driver/alerts/${id}/receipts`, request, z.unknown());
export const listAlertMutes = () => api.get('alert-mutes', alertMuteList);
export const muteAlerts = (request: MuteAlertsRequest) =>
  api.post('alert-mutes', request, alertMuteView);
export const liftAlertMute = (id: string) => api.post(`alert-mutes/${id}/lift`, {}, alertMuteView);
