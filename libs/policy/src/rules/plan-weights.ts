import { z } from 'zod';

const points = z.number().min(0).max(10_000);

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
