import {
  autoAssignView,
  candidatesView,
  type PlantOptionsRequest,
  plantHoursView,
  plantOptionsView,
  type SetPlantHoursRequest,
} from '@tongyun/contracts';
import { api } from './client.js';

export const askPlantOptions = (request: PlantOptionsRequest) =>
  api.post('plant-options', request, plantOptionsView);
export const getPlantHours = (plantId: string) =>
  api.get(`plants/${plantId}/loading-hours`, plantHoursView);
export const setPlantHours = (plantId: string, request: SetPlantHoursRequest) =>
  api.post(`plants/${plantId}/loading-hours`, request, plantHoursView);
export const listLoadCandidates = (loadId: string) =>
  api.get(`loads/${loadId}/candidates`, candidatesView);
export const listPumpCandidates = (pumpJobId: string) =>
  api.get(`pump-jobs/${pumpJobId}/candidates`, candidatesView);
export const autoAssign = (orderId: string) =>
  api.post(`orders/${orderId}/auto-assignment`, {}, autoAssignView);
