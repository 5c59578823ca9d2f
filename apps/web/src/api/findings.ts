import {
  type AnswerFindingRequest,
  findingPage,
  findingView,
  type ListFindingsQuery,
  type RaiseFindingRequest,
  type SettleFindingRequest,
} from '@tongyun/contracts';
import { api } from './client.js';

export const listFindings = (query: Partial<ListFindingsQuery> = {}) =>
  api.get('roadside-findings', findingPage, query);
export const raiseFinding = (checkId: string, request: RaiseFindingRequest) =>
  api.post(`roadside-checks/${checkId}/findings`, request, findingView);
export const answerFinding = (id: string, request: AnswerFindingRequest) =>
  api.post(`roadside-findings/${id}/answers`, request, findingView);
export const settleFinding = (id: string, request: SettleFindingRequest) =>
  api.post(`roadside-findings/${id}/settlements`, request, findingView);
export const attachFindingPhoto = (id: string, photo: Blob) =>
  api.post(`roadside-findings/${id}/photos`, photo, findingView);
export const getFindingPhoto = (id: string, photoId: string) =>
  api.file(`roadside-findings/${id}/photos/${photoId}`);
