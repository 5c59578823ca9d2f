import {
  type EnrolDriversRequest,
  type PageQuery,
  type PlanTrainingSessionRequest,
  type RecordSessionResultsRequest,
  trainingSessionDetailView,
  trainingSessionPage,
  trainingSessionView,
} from '@tongyun/contracts';
import { api } from './client.js';

const pathOf = (id: string) => `training-sessions/${id}`;

export const listTrainingSessions = (query: Partial<PageQuery> = {}) =>
  api.get('training-sessions', trainingSessionPage, query);
export const getTrainingSession = (id: string) => api.get(pathOf(id), trainingSessionDetailView);
export const planTrainingSession = (request: PlanTrainingSessionRequest) =>
  api.post('training-sessions', request, trainingSessionView);
export const cancelTrainingSession = (id: string, reason: string) =>
  api.post(`${pathOf(id)}/cancellation`, { reason }, trainingSessionDetailView);
export const enrolDrivers = (id: string, request: EnrolDriversRequest) =>
  api.post(`${pathOf(id)}/enrolments`, request, trainingSessionDetailView);
export const withdrawDriver = (id: string, driverId: string) =>
  api.post(`${pathOf(id)}/withdrawals`, { driverId }, trainingSessionDetailView);
export const recordSessionResults = (id: string, request: RecordSessionResultsRequest) =>
  api.post(`${pathOf(id)}/results`, request, trainingSessionDetailView);
