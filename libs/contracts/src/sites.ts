import { z } from 'zod';
import { dailyHours, day, instant, instantIn, pageOf, position, positionIn } from './common.js';

/** When a site takes concrete; none: at any time. `toMin` below `fromMin` runs across midnight. */
export const accessHours = z.array(dailyHours.omit({ days: true }));

/** A calendar day with hours of its own; no spans: closed all day. */
export const accessException = z.object({
  on: day,
  spans: z
    .array(
      z
        .object({
          fromMin: z.number().int().min(0).max(1440),
          toMin: z.number().int().min(0).max(1440),
        })
        .refine(({ fromMin, toMin }) => fromMin < toMin, { message: 'it ends before it begins' }),
    )
    .max(6),
});
export type AccessException = z.infer<typeof accessException>;

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
  accessHours,
  accessExceptions: z.array(accessException),
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
  accessHours: accessHours.max(20).optional(),
});
export type CreateSiteRequest = z.infer<typeof createSiteRequest>;

/** Instead of all that was stated before. */
export const setSiteAccessRequest = z.object({
  accessHours: accessHours.max(20),
  accessExceptions: z
    .array(accessException)
    .max(60)
    .refine((days) => new Set(days.map(({ on }) => on)).size === days.length, {
      message: 'a day is stated twice',
    }),
});
export type SetSiteAccessRequest = z.infer<typeof setSiteAccessRequest>;

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
