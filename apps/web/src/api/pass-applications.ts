import {
  type ApplyForPassesRequest,
  decisionList,
  type DecidePassApplicationsRequest,
  type ListPassApplicationsQuery,
  passApplicationPage,
  passApplicationResults,
  passApplicationView,
  type RenewPassesRequest,
} from '@tongyun/contracts';
import { api } from './client.js';

export const listPassApplications = (query: Partial<ListPassApplicationsQuery> = {}) =>
  api.get('pass-applications', passApplicationPage, query);
export const listPassApplicationDecisions = (id: string) =>
  api.get(`pass-applications/${id}/decisions`, decisionList);
export const applyForPasses = (request: ApplyForPassesRequest) =>
  api.post('pass-applications', request, passApplicationResults);
export const renewPasses = (request: RenewPassesRequest) =>
  api.post('pass-applications/renewals', request, passApplicationResults);
export const decidePassApplications = (request: DecidePassApplicationsRequest) =>
  api.post('pass-applications/decisions', request, passApplicationResults);
export const withdrawPassApplication = (id: string, reason: string, ifMatch: number) =>
  api.post(`pass-applications/${id}/withdrawal`, { reason }, passApplicationView, { ifMatch });
/** The code of a pass as a picture. */
export const drawPassCode = (passId: string) =>
  api.file(`passes/${passId}/code`, { format: 'svg' });
