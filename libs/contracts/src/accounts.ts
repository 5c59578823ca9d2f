import { ROLES } from '@tongyun/kernel';
import { z } from 'zod';
import { instant, pageOf } from './common.js';

export const role = z.enum(ROLES);

export const meView = z.object({
  id: z.uuid(),
  username: z.string().nullable(),
  displayName: z.string(),
  roles: z.array(role),
  enterpriseId: z.uuid().nullable(),
  enterpriseName: z.string().nullable(),
  district: z.string().nullable(),
  agency: z.string().nullable(),
  badgeNo: z.string().nullable(),
  driverId: z.uuid().nullable(),
  mustChangePassword: z.boolean(),
  /** Permission names of accounts/rules, so that a page shows only what will be allowed. */
  permissions: z.array(z.string()),
});
export type MeView = z.infer<typeof meView>;

/** `cookie` keeps the refresh token out of the page's reach; `body` is for programs. */
export const keepToken = z.enum(['cookie', 'body']).default('cookie');

export const signInRequest = z.object({
  username: z.string().trim().min(1).max(64),
  password: z.string().min(1).max(256),
  keep: keepToken,
});
export type SignInRequest = z.infer<typeof signInRequest>;

export const refreshRequest = z.object({ refreshToken: z.string().max(200).optional() });
export type RefreshRequest = z.infer<typeof refreshRequest>;

export const sessionView = z.object({
  accessToken: z.string(),
  accessExpiresAt: instant,
  /** Present only when asked for with `keep: "body"`. */
  refreshToken: z.string().optional(),
  user: meView,
});
export type SessionView = z.infer<typeof sessionView>;

export const issueDeviceCodeRequest = z.object({ driverId: z.uuid() });
export type IssueDeviceCodeRequest = z.infer<typeof issueDeviceCodeRequest>;
export const deviceCodeView = z.object({
  /** Eight digits, read aloud or typed once. */
  code: z.string(),
  /** What the QR code holds: the driver page's path with the code. */
  path: z.string(),
  expiresAt: instant,
});
export type DeviceCodeView = z.infer<typeof deviceCodeView>;

/** A key for a phone whose app knows no sign-in. */
export const issuePhoneKeyRequest = z.object({
  driverId: z.uuid(),
  deviceName: z.string().trim().min(1).max(80),
});
export type IssuePhoneKeyRequest = z.infer<typeof issuePhoneKeyRequest>;
export const phoneKeyView = z.object({
  id: z.uuid(),
  driverId: z.uuid(),
  deviceName: z.string(),
  issuedAt: instant,
  revokedAt: instant.nullable(),
  /** Positions that were refused for good, and why the last one. */
  refusedCount: z.number().int(),
  lastRefusalCode: z.string().nullable(),
  lastRefusedAt: instant.nullable(),
});
export type PhoneKeyView = z.infer<typeof phoneKeyView>;
export const phoneKeyPage = pageOf(phoneKeyView);
/** The key itself, shown this once. */
export const issuedPhoneKeyView = phoneKeyView.extend({ key: z.string() });
export type IssuedPhoneKeyView = z.infer<typeof issuedPhoneKeyView>;

export const deviceSignInRequest = z.object({
  code: z.string().regex(/^\d{8}$/),
  deviceName: z.string().trim().min(1).max(80),
  keep: keepToken,
});
export type DeviceSignInRequest = z.infer<typeof deviceSignInRequest>;

export const password = z.string().min(10).max(256);
export const changePasswordRequest = z.object({ current: z.string().max(256), next: password });
export type ChangePasswordRequest = z.infer<typeof changePasswordRequest>;

export const createUserRequest = z.object({
  username: z
    .string()
    .trim()
    .regex(/^[\p{L}\p{N}._-]{2,64}$/u),
  password,
  displayName: z.string().trim().min(1).max(80),
  roles: z.array(role).min(1),
  enterpriseId: z.uuid().nullable().default(null),
  district: z.string().trim().min(1).max(40).nullable().default(null),
  agency: z.string().trim().min(1).max(80).nullable().default(null),
  badgeNo: z.string().trim().min(1).max(40).nullable().default(null),
});
export type CreateUserRequest = z.infer<typeof createUserRequest>;

/** Disabling somebody ends every sign-in of his at once. */
export const setUserStateRequest = z.object({
  isDisabled: z.boolean(),
  reason: z.string().trim().min(2).max(300),
});
export type SetUserStateRequest = z.infer<typeof setUserStateRequest>;

export const userView = meView.omit({ permissions: true }).extend({
  isDisabled: z.boolean(),
  version: z.number().int(),
});
export type UserView = z.infer<typeof userView>;
export const userPage = pageOf(userView);
