import {
  type DecideDistrictRequest,
  districtList,
  districtView,
  type ListDistrictsQuery,
} from '@tongyun/contracts';
import { api } from './client.js';

export const listDistricts = (query: ListDistrictsQuery = {}) =>
  api.get('districts', districtList, {
    ...(query.at !== undefined && { at: query.at.toISOString() }),
  });
export const decideDistrict = (request: DecideDistrictRequest) =>
  api.post('districts', request, districtView);
export const decideDistrictAgain = (districtId: string, request: DecideDistrictRequest) =>
  api.post(`districts/${districtId}/versions`, request, districtView);
