import {
  type ChangePasswordRequest,
  type CreateUserRequest,
  deviceCodeView,
  agencyKeyPage,
  type IssueAgencyKeyRequest,
  issuedAgencyKeyView,
  type IssueDeviceCodeRequest,
  issuedPhoneKeyView,
  type IssuePhoneKeyRequest,
  meView,
  type PageQuery,
  phoneKeyPage,
  type RevokeAgencyKeyRequest,
  type SetUserStateRequest,
  userPage,
  userView,
} from '@tongyun/contracts';
import { z } from 'zod';
import { api } from './client.js';

export const getMe = () => api.get('auth/me', meView);
export const changePassword = (request: ChangePasswordRequest) =>
  api.post('auth/password', request, z.unknown());
export const issueDeviceCode = (request: IssueDeviceCodeRequest) =>
  api.post('auth/device-codes', request, deviceCodeView);
export const listUsers = (query: Partial<PageQuery> = {}) => api.get('users', userPage, query);
export const createUser = (request: CreateUserRequest) => api.post('users', request, userView);
/** Shuts somebody out at once, or lets him in again. */
export const setUserState = (id: string, request: SetUserStateRequest) =>
  api.post(`users/${id}/state`, request, userView);
export const listPhoneKeys = (query: Partial<PageQuery> = {}) =>
  api.get('phone-keys', phoneKeyPage, query);
/** The answer alone holds the key. */
export const issuePhoneKey = (request: IssuePhoneKeyRequest) =>
  api.post('phone-keys', request, issuedPhoneKeyView);
export const revokePhoneKey = (id: string) =>
  api.post(`phone-keys/${id}/revocation`, {}, z.unknown());
export const listAgencyKeys = (query: Partial<PageQuery> = {}) =>
  api.get('agency-keys', agencyKeyPage, query);
/** The answer alone holds the key. */
export const issueAgencyKey = (request: IssueAgencyKeyRequest) =>
  api.post('agency-keys', request, issuedAgencyKeyView);
export const revokeAgencyKey = (id: string, request: RevokeAgencyKeyRequest) =>
  api.post(`agency-keys/${id}/revocation`, request, z.unknown());
