import { z } from 'zod';
import { instant, pageOf, pageQuery, position, reasonText } from './common.js';
import { tripStage } from './trips.js';

/** Offered by the enterprise that leads the pour, answered by its partner; either gives it back. */
export const jointShareState = z.enum(['offered', 'accepted', 'declined', 'withdrawn']);
export type JointShareState = z.infer<typeof jointShareState>;

export const quotaM3 = z.number().min(0.5).max(20_000);

/** What a plant beside the order's own one brings of a pour, with what a partner has to know of it. */
export const jointShareView = z.object({
  id: z.uuid(),
  state: jointShareState,
  quotaM3: z.number(),
  /** Ticketed by the partner so far; batched where no ticket is written yet. */
  ticketedM3: z.number(),
  leadEnterpriseId: z.uuid(),
  leadEnterpriseName: z.string(),
  partnerEnterpriseId: z.uuid(),
  partnerEnterpriseName: z.string(),
  plantId: z.uuid(),
  plantName: z.string(),
  /** The partner's own order for its share; null before it accepts, and to the lead. */
  shareOrderId: z.uuid().nullable(),
  siteName: z.string(),
  sitePosition: position,
  operatingOn: z.string(),
  grade: z.string(),
  slumpMm: z.number(),
  placingMethod: z.enum(['chute', 'pump']),
  pourLocation: z.string(),
  rateM3PerHour: z.number(),
  firstOnSiteAt: instant,
  offeredAt: instant,
  /** What the asker may make of it next. */
  possible: z.array(jointShareState),
  version: z.number().int(),
});
export type JointShareView = z.infer<typeof jointShareView>;
export const jointSharePage = pageOf(jointShareView);
export const listJointSharesQuery = pageQuery.extend({ state: jointShareState.optional() });
export type ListJointSharesQuery = z.infer<typeof listJointSharesQuery>;

export const offerJointShareRequest = z.object({ plantId: z.uuid(), quotaM3, reason: reasonText });
export type OfferJointShareRequest = z.infer<typeof offerJointShareRequest>;
export const stepJointShareRequest = z.object({
  state: jointShareState.exclude(['offered']),
  reason: reasonText,
});
export type StepJointShareRequest = z.infer<typeof stepJointShareRequest>;
export const moveQuotaRequest = z.object({ quotaM3, reason: reasonText });
export type MoveQuotaRequest = z.infer<typeof moveQuotaRequest>;

export const jointShareStepView = z.object({
  fromState: jointShareState.nullable(),
  toState: jointShareState,
  fromQuotaM3: z.number().nullable(),
  toQuotaM3: z.number(),
  reason: z.string(),
  enterpriseName: z.string(),
  decidedAt: instant,
});
export type JointShareStepView = z.infer<typeof jointShareStepView>;
export const jointShareSteps = z.object({ items: z.array(jointShareStepView) });

/** A plant that may supply the site of an order: what the city's register says of it, no more. */
export const jointPlantView = z.object({
  plantId: z.uuid(),
  plantName: z.string(),
  enterpriseId: z.uuid(),
  enterpriseName: z.string(),
  distanceM: z.number(),
});
export type JointPlantView = z.infer<typeof jointPlantView>;
export const jointPlants = z.object({ items: z.array(jointPlantView) });

/** Who brings how much of a pour. */
export const jointSupplierView = z.object({
  isLead: z.boolean(),
  enterpriseName: z.string(),
  plantName: z.string(),
  quotaM3: z.number(),
  ticketedM3: z.number(),
});
export type JointSupplierView = z.infer<typeof jointSupplierView>;

/** A load in the one queue of the site; of the truck its plate, of the driver nothing. */
export const jointLoadView = z.object({
  enterpriseName: z.string(),
  plantName: z.string(),
  loadNo: z.number().int(),
  plannedM3: z.number(),
  plateNo: z.string().nullable(),
  fleetNo: z.string().nullable(),
  stage: tripStage.nullable(),
  arrivedAt: instant.nullable(),
  fromAt: instant,
  toAt: instant,
  gapMin: z.number(),
  isGapTooLong: z.boolean(),
});
export type JointLoadView = z.infer<typeof jointLoadView>;

/** A pour as all who supply it see it. */
export const jointSupplyView = z.object({
  side: z.enum(['lead', 'partner']),
  totalM3: z.number(),
  rateM3PerHour: z.number(),
  gapMaxMin: z.number(),
  suppliers: z.array(jointSupplierView),
  queue: z.array(jointLoadView),
  /** Every share, answered or not, for the lead; for a partner its own. */
  shares: z.array(jointShareView),
});
export type JointSupplyView = z.infer<typeof jointSupplyView>;
