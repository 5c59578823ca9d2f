import { z } from 'zod';

/** What one unit of a goal, or a way out, counts beside the others. */
export const points = z.number().min(0).max(10_000);

/** What the goals of a day's plan weigh against each other. */
export const planWeights = z.object({
  firstLatePerMin: points,
  spacingPerMin: points,
  waitPerMin: points,
  emptyPerKm: points,
  changePerLoad: points,
  fairnessPerTrip2: points,
});

export const SHIPPED_PLAN_WEIGHTS: z.infer<typeof planWeights> = {
  firstLatePerMin: 0.5,
  spacingPerMin: 1,
  waitPerMin: 0.3,
  emptyPerKm: 0.4,
  changePerLoad: 15,
  fairnessPerTrip2: 0.15,
};

/** What the ways out for an order that nobody serves cost beside each other, in the points of the goals. */
export const wayOutPrices = z.object({
  laterPerMin: points,
  otherPlant: points,
  hiredTruck: points,
  hiredPump: points,
  override: points,
});

/** About: half an hour's delay is dearer than a plant beyond its range, a hired truck dearer than both. */
export const SHIPPED_WAY_OUT_PRICES: z.infer<typeof wayOutPrices> = {
  laterPerMin: 1,
  otherPlant: 25,
  hiredTruck: 120,
  hiredPump: 250,
  override: 20,
};
