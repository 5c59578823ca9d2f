import { type PageQuery, policyPage, policyView, type SetPolicyRequest } from '@tongyun/contracts';
import { api } from './client.js';

export const listPolicies = (query: Partial<PageQuery> = {}) =>
  api.get('policies', policyPage, query);
export const setPolicy = (request: SetPolicyRequest) => api.post('policies', request, policyView);
