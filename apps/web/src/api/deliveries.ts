import {
  type AssignRequest,
  assignmentView,
  type BatchRecordRequest,
  batchRecordView,
  type BulkOrderCallRequest,
  bulkOrderCallView,
  type CancelAssignmentRequest,
  type ChangeOrderStateRequest,
  type ClaimRequest,
  claimResultsView,
  type ConfirmStartRequest,
  type CopyOrderRequest,
  type ClockInRequest,
  type ClockOutRequest,
  type CreateOrderRequest,
  type CreateSiteRequest,
  driverDayView,
  type FlagNoiseRequest,
  type ListOrdersQuery,
  type ListTripsQuery,
  nightPermitView,
  type OrderCallRequest,
  orderDetailView,
  orderPage,
  orderView,
  type PageQuery,
  type PumpClaimRequest,
  type RecordNightPermitRequest,
  type RecordPumpStageRequest,
  type RecordStageRequest,
  type SetSiteAccessRequest,
  sitePage,
  type SiteReadyRequest,
  siteView,
  tripPage,
  tripView,
} from '@tongyun/contracts';
import { api, type WriteOptions } from './client.js';

export const listSites = (query: Partial<PageQuery> = {}) => api.get('sites', sitePage, query);
export const createSite = (request: CreateSiteRequest, options?: WriteOptions) =>
  api.post('sites', request, siteView, options);
export const flagNoise = (siteId: string, request: FlagNoiseRequest) =>
  api.post(`sites/${siteId}/noise`, request, siteView);
export const setSiteAccess = (siteId: string, request: SetSiteAccessRequest) =>
  api.post(`sites/${siteId}/access-hours`, request, siteView);
export const recordNightPermit = (siteId: string, request: RecordNightPermitRequest) =>
  api.post(`sites/${siteId}/night-permits`, request, nightPermitView);

export const listOrders = (query: Partial<ListOrdersQuery> = {}) =>
  api.get('orders', orderPage, query);
export const getOrder = (id: string) => api.get(`orders/${id}`, orderDetailView);
export const createOrder = (request: CreateOrderRequest, options?: WriteOptions) =>
  api.post('orders', request, orderView, options);
export const changeOrderState = (id: string, request: ChangeOrderStateRequest, ifMatch: number) =>
  api.post(`orders/${id}/state`, request, orderView, { ifMatch });

export const assignLoad = (loadId: string, request: AssignRequest) =>
  api.post(`loads/${loadId}/assignment`, request, assignmentView);
export const assignPumpJob = (pumpJobId: string, request: AssignRequest) =>
  api.post(`pump-jobs/${pumpJobId}/assignment`, request, assignmentView);
export const cancelAssignment = (id: string, request: CancelAssignmentRequest) =>
  api.post(`assignments/${id}/cancellation`, request, assignmentView);

export const listTrips = (query: Partial<ListTripsQuery> = {}) => api.get('trips', tripPage, query);
export const getTrip = (id: string) => api.get(`trips/${id}`, tripView);
export const recordStage = (tripId: string, request: RecordStageRequest) =>
  api.post(`trips/${tripId}/stages`, request, tripView);
export const recordBatch = (request: BatchRecordRequest) =>
  api.post('batch-records', request, batchRecordView);

export const getDriverDay = () => api.get('driver/day', driverDayView);
export const clockIn = (request: ClockInRequest, options?: WriteOptions) =>
  api.post('driver/duties', request, driverDayView, options);
export const clockOut = (request: ClockOutRequest, options?: WriteOptions) =>
  api.post('driver/duties/close', request, driverDayView, options);
export const confirmStart = (request: ConfirmStartRequest) =>
  api.post('driver/start-confirmations', request, driverDayView);
export const claimStages = (request: ClaimRequest, options?: WriteOptions) =>
  api.post('driver/claims', request, claimResultsView, options);

export const claimPumpStages = (request: PumpClaimRequest, options?: WriteOptions) =>
  api.post('driver/pump-claims', request, claimResultsView, options);
export const recordPumpStage = (pumpJobId: string, request: RecordPumpStageRequest) =>
  api.post(`pump-jobs/${pumpJobId}/stages`, request, orderDetailView);

export const takeCall = (orderId: string, request: OrderCallRequest) =>
  api.post(`orders/${orderId}/calls`, request, orderDetailView);
export const takeCallInBulk = (request: BulkOrderCallRequest) =>
  api.post('order-calls', request, bulkOrderCallView);
export const copyOrder = (orderId: string, request: CopyOrderRequest, options?: WriteOptions) =>
  api.post(`orders/${orderId}/copies`, request, orderDetailView, options);
export const setSiteReady = (orderId: string, request: SiteReadyRequest) =>
  api.post(`orders/${orderId}/site-readiness`, request, orderDetailView);
