import {
  batchSettlementView,
  type CallTruckRequest,
  loadingCallView,
  plantQueueView,
  type SettleBatchRequest,
} from '@tongyun/contracts';
import { z } from 'zod';
import { api } from './client.js';

export const getPlantQueue = (plantId: string) =>
  api.get(`plants/${plantId}/queue`, plantQueueView);
export const callTruck = (plantId: string, request: CallTruckRequest) =>
  api.post(`plants/${plantId}/loading-calls`, request, loadingCallView);
export const withdrawCall = (callId: string, reason: string) =>
  api.post(`loading-calls/${callId}/withdrawal`, { reason }, z.unknown());
export const settleBatch = (batchRecordId: string, request: SettleBatchRequest) =>
  api.post(`batch-records/${batchRecordId}/settlements`, request, batchSettlementView);
