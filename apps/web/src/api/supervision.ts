import {
  disclosedDriverView,
  type DiscloseDriverRequest,
  type ListRoadsideOutcomesQuery,
  type ListSightingsQuery,
  type RecordOutcomeRequest,
  roadsideOutcomePage,
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
export const listRoadsideOutcomes = (query: Partial<ListRoadsideOutcomesQuery> = {}) =>
  api.get('roadside-outcomes', roadsideOutcomePage, query);
export const discloseDriver = (checkId: string, request: DiscloseDriverRequest) =>
  api.post(`roadside-checks/${checkId}/driver`, request, disclosedDriverView);

export const listSightings = (query: Partial<ListSightingsQuery> = {}) =>
  api.get('sightings', sightingPage, query);
