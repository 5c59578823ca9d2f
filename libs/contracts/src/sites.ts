import { z } from 'zod';
import { pageOf, position, positionIn } from './common.js';

export const siteView = z.object({
  id: z.uuid(),
  enterpriseId: z.uuid(),
  name: z.string(),
  projectName: z.string(),
  contractor: z.string(),
  position,
  fenceRadiusM: z.number().int(),
  contactName: z.string().nullable(),
  contactPhone: z.string().nullable(),
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
});
export type CreateSiteRequest = z.infer<typeof createSiteRequest>;
