import {
  disclosedDriverView,
  type DiscloseDriverRequest,
  type ListSightingsQuery,
  type RecordOutcomeRequest,
  roadsideOutcomeView,
  type RoadsideQuery,
  roadsideView,
  sightingPage,
} from '@tongyun/contracts';
import { api } from './client.js';

export const askRoadside = (plateNo: string, { at, ...query }: RoadsideQuery = {}) =>
  api.get(`roadside/vehicles/${encodeURIComponent(plateNo)}`, roadsideView, {
    ...query,
    at: at?.toISOString(),
  });
/** What the officer did after the answer. */
export const recordOutcome = (checkId: string, request: RecordOutcomeRequest) =>
  api.post(`roadside-checks/${checkId}/outcomes`, request, roadsideOutcomeView);
export const discloseDriver = (checkId: string, request: DiscloseDriverRequest) =>
  api.post(`roadside-checks/${checkId}/driver`, request, disclosedDriverView);

export const listSightings = (query: Partial<ListSightingsQuery> = {}) =>
  api.get('sightings', sightingPage, query);
