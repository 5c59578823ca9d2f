import {
  autoAssignView,
  candidatesView,
  type PlantOptionsRequest,
  plantOptionsView,
} from '@tongyun/contracts';
import { api } from './client.js';

export const askPlantOptions = (request: PlantOptionsRequest) =>
  api.post('plant-options', request, plantOptionsView);
export const listLoadCandidates = (loadId: string) =>
  api.get(`loads/${loadId}/candidates`, candidatesView);
export const listPumpCandidates = (pumpJobId: string) =>
  api.get(`pump-jobs/${pumpJobId}/candidates`, candidatesView);
export const autoAssign = (orderId: string) =>
  api.post(`orders/${orderId}/auto-assignment`, {}, autoAssignView);
