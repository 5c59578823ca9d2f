import { type ChangePassKeyRequest, passKeyList, passKeyView } from '@tongyun/contracts';
import { api } from './client.js';

export const listPassKeys = () => api.get('pass-keys', passKeyList);
/** A new key signs from now on; what older ones signed stays genuine. */
export const rotatePassKey = (request: ChangePassKeyRequest) =>
  api.post('pass-keys', request, passKeyView);
/** What the key signed is genuine no more. */
export const withdrawPassKey = (id: string, request: ChangePassKeyRequest) =>
  api.post(`pass-keys/${id}/withdrawal`, request, passKeyView);
