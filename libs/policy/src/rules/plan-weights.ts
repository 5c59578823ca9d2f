import { z } from 'zod';

/** What one unit of a goal, or a way out, counts beside the others. */
export const points = z.number().min(0).max(10_000);

/**
 * What the goals of a day's plan weigh against each other. A decision from before a goal was known does not
 * name it: it weighs what is shipped.
 */
export const planWeights = z.object({
  firstLatePerMin: points,
  spacingPerMin: points,
  waitPerMin: points,
  plantWaitPerMin: points.optional(),
  emptyPerKm: points,
  wastePerM3: points.optional(),
  changePerLoad: points,
  fairnessPerTrip2: points,
  fairnessPerHour2: points.optional(),
});

/** The weights of all goals, decided or shipped. */
export type PlanWeights = Readonly<Record<keyof z.infer<typeof planWeights>, number>>;

/** A truck that waits at its plant carries no concrete that grows old: a third of waiting at a site. */
export const SHIPPED_PLAN_WEIGHTS: PlanWeights = {
  firstLatePerMin: 0.5,
  spacingPerMin: 1,
  waitPerMin: 0.3,
  plantWaitPerMin: 0.1,
  emptyPerKm: 0.4,
  wastePerM3: 0.5,
  changePerLoad: 15,
  fairnessPerTrip2: 0.15,
  fairnessPerHour2: 0.03,
};

/** The weights of a decision, as shipped where it does not name a goal. */
export const weightsOf = ({
  plantWaitPerMin = SHIPPED_PLAN_WEIGHTS.plantWaitPerMin,
  wastePerM3 = SHIPPED_PLAN_WEIGHTS.wastePerM3,
  fairnessPerHour2 = SHIPPED_PLAN_WEIGHTS.fairnessPerHour2,
  ...named
}: z.infer<typeof planWeights>): PlanWeights => ({
  ...named,
  plantWaitPerMin,
  wastePerM3,
  fairnessPerHour2,
});

/**
 * What the ways out for an order that nobody serves cost beside each other, in the points of the goals. A decision
 * from before a way was known does not name it: it costs what is shipped.
 */
export const wayOutPrices = z.object({
  laterPerMin: points,
  otherPlant: points,
  hiredTruck: points,
  hiredPump: points,
  override: points,
  reliefOperator: points.optional(),
  otherPump: points.optional(),
});

/** The prices of all ways out, decided or shipped. */
export type WayOutPrices = Readonly<Record<keyof z.infer<typeof wayOutPrices>, number>>;

/**
 * About: half an hour's delay is dearer than a plant beyond its range, a hired truck dearer than both. Somebody who
 * comes for a pump's operator is cheaper than another pump that is set up beside it.
 */
export const SHIPPED_WAY_OUT_PRICES: WayOutPrices = {
  laterPerMin: 1,
  otherPlant: 25,
  hiredTruck: 120,
  hiredPump: 250,
  override: 20,
  reliefOperator: 40,
  otherPump: 80,
};

/** The prices of a decision, as shipped where it does not name a way. */
export const wayOutPricesOf = ({
  reliefOperator = SHIPPED_WAY_OUT_PRICES.reliefOperator,
  otherPump = SHIPPED_WAY_OUT_PRICES.otherPump,
  ...named
}: z.infer<typeof wayOutPrices>): WayOutPrices => ({ ...named, reliefOperator, otherPump });
