import {
  inspectionTaskPage,
  inspectionTaskView,
  type ListInspectionTasksQuery,
  type OrderInspectionRequest,
  type ReportInspectionRequest,
  type WithdrawInspectionRequest,
} from '@tongyun/contracts';
import { api } from './client.js';

export const listInspections = (query: Partial<ListInspectionTasksQuery>) =>
  api.get('inspection-tasks', inspectionTaskPage, query);
export const orderInspection = (request: OrderInspectionRequest) =>
  api.post('inspection-tasks', request, inspectionTaskView);
export const reportInspection = (id: string, request: ReportInspectionRequest) =>
  api.post(`inspection-tasks/${id}/report`, request, inspectionTaskView);
export const withdrawInspection = (id: string, request: WithdrawInspectionRequest) =>
  api.post(`inspection-tasks/${id}/withdrawal`, request, inspectionTaskView);
