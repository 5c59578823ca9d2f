import { type RoadsideQuery, roadsideView } from '@tongyun/contracts';
import { api } from './client.js';

export const askRoadside = (plateNo: string, { at, ...query }: RoadsideQuery = {}) =>
  api.get(`roadside/vehicles/${encodeURIComponent(plateNo)}`, roadsideView, {
    ...query,
    at: at?.toISOString(),
  });
