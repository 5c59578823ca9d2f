import {
  type AskVehicleTransferRequest,
  type ListVehicleTransfersQuery,
  type StepVehicleTransferRequest,
  vehicleTransferPage,
  vehicleTransferSteps,
  vehicleTransferView,
} from '@tongyun/contracts';
import { api } from './client.js';

export const listVehicleTransfers = (query: Partial<ListVehicleTransfersQuery> = {}) =>
  api.get('vehicle-transfers', vehicleTransferPage, query);
export const listVehicleTransferSteps = (id: string) =>
  api.get(`vehicle-transfers/${id}/steps`, vehicleTransferSteps);
export const askVehicleTransfer = (request: AskVehicleTransferRequest) =>
  api.post('vehicle-transfers', request, vehicleTransferView);
export const stepVehicleTransfer = (
  id: string,
  request: StepVehicleTransferRequest,
  ifMatch: number,
) => api.post(`vehicle-transfers/${id}/steps`, request, vehicleTransferView, { ifMatch });
