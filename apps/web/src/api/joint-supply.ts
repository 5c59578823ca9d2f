import {
  jointPlants,
  jointSharePage,
  jointShareSteps,
  jointShareView,
  jointSupplyView,
  type ListJointSharesQuery,
  type MoveQuotaRequest,
  type OfferJointShareRequest,
  type StepJointShareRequest,
} from '@tongyun/contracts';
import { api } from './client.js';

export const getJointSupply = (orderId: string) =>
  api.get(`orders/${orderId}/joint-supply`, jointSupplyView);
export const listJointPlants = (orderId: string) =>
  api.get(`orders/${orderId}/joint-plants`, jointPlants);
export const offerJointShare = (orderId: string, request: OfferJointShareRequest) =>
  api.post(`orders/${orderId}/joint-shares`, request, jointShareView);

export const listJointShares = (query: Partial<ListJointSharesQuery> = {}) =>
  api.get('joint-shares', jointSharePage, query);
export const listJointShareSteps = (id: string) =>
  api.get(`joint-shares/${id}/steps`, jointShareSteps);
export const stepJointShare = (id: string, request: StepJointShareRequest, ifMatch: number) =>
  api.post(`joint-shares/${id}/steps`, request, jointShareView, { ifMatch });
export const moveQuota = (id: string, request: MoveQuotaRequest, ifMatch: number) =>
  api.post(`joint-shares/${id}/quota`, request, jointShareView, { ifMatch });
