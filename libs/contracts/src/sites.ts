import { z } from 'zod';
import { instant, instantIn, pageOf, position, positionIn } from './common.js';

export const siteView = z.object({
  id: z.uuid(),
  enterpriseId: z.uuid(),
  name: z.string(),
  projectName: z.string(),
  contractor: z.string(),
  position,
  fenceRadiusM: z.number().int(),
  /** How to find it where there is no address (R20). */
  landmark: z.string().nullable(),
  contactName: z.string().nullable(),
  contactPhone: z.string().nullable(),
  /** People live beside it: work at night needs a permit (R46). */
  isNoiseSensitive: z.boolean(),
  version: z.number().int(),
});
export type SiteView = z.infer<typeof siteView>;
export const sitePage = pageOf(siteView);
export const createSiteRequest = z.object({
  enterpriseId: z.uuid(),
  name: z.string().trim().min(2).max(80),
  projectName: z.string().trim().min(2).max(120),
  contractor: z.string().trim().min(2).max(120),
  position: positionIn,
  fenceRadiusM: z.number().int().min(30).max(2_000).default(150),
  contactName: z.string().max(40).nullable().default(null),
  contactPhone: z.string().max(20).nullable().default(null),
  isNoiseSensitive: z.boolean().optional(),
  landmark: z.string().trim().min(1).max(120).nullable().optional(),
});
export type CreateSiteRequest = z.infer<typeof createSiteRequest>;

export const flagNoiseRequest = z.object({ isNoiseSensitive: z.boolean() });
export type FlagNoiseRequest = z.infer<typeof flagNoiseRequest>;

/** A permit for work at night on a site, as its paper states it. */
export const recordNightPermitRequest = z.object({
  permitNo: z.string().trim().min(1).max(60),
  issuedBy: z.string().trim().min(2).max(80),
  validFrom: instantIn,
  validTo: instantIn,
});
export type RecordNightPermitRequest = z.infer<typeof recordNightPermitRequest>;
export const nightPermitView = z.object({
  id: z.uuid(),
  siteId: z.uuid(),
  permitNo: z.string(),
  issuedBy: z.string(),
  validFrom: instant,
  validTo: instant,
});
export type NightPermitView = z.infer<typeof nightPermitView>;

/** Whether a pour keeps the neighbours of its site awake, and is permitted to. */
export const nightWorkView = z.object({
  state: z.enum(['unrestricted', 'by_day', 'permitted', 'without_permit']),
  /** The first instant of it at night that no permit covers. */
  from: instant.nullable(),
});
export type NightWorkView = z.infer<typeof nightWorkView>;
