import { z } from 'zod';
import { instant, instantIn } from './common.js';
import { planDifferenceView } from './plan-commands.js';

/** A better plan that was found between events; nothing is changed until somebody accepts it. */
export const planOfferView = z.object({
  id: z.uuid(),
  /** The revision that it is better than; once there is a newer one it is withdrawn. */
  baseRevision: z.number().int(),
  madeAt: instant,
  /** Points gained before the price of the changes, and that price. */
  gainPoints: z.number(),
  changePoints: z.number(),
  difference: planDifferenceView,
  /** By load that would change: what it is good for, in minutes of its pour or km of its trucks. */
  reasons: z.record(
    z.uuid(),
    z.object({
      code: z.enum([
        'less_late',
        'steadier',
        'less_waiting',
        'less_empty',
        'fewer_jumps',
        'makes_room',
      ]),
      amount: z.number(),
    }),
  ),
});
export type PlanOfferView = z.infer<typeof planOfferView>;
export const openPlanOfferView = z.object({ offer: planOfferView.nullable() });
export type OpenPlanOfferView = z.infer<typeof openPlanOfferView>;

/** A way in which an order that is left out can be served; each was planned on a copy beside all else. */
export const wayOutView = z.object({
  way: z.discriminatedUnion('kind', [
    /** The first truck comes so much later than the window allows. */
    z.object({ kind: z.literal('later'), minutes: z.number().int() }),
    /** A plant that has not been allowed to supply the site. */
    z.object({ kind: z.literal('other_plant'), plantId: z.uuid(), plantName: z.string() }),
    z.object({ kind: z.literal('hired_trucks'), count: z.number().int() }),
    z.object({ kind: z.literal('hired_pump') }),
    /** Vehicles that whoever may lets work in spite of what forbids them. */
    z.object({ kind: z.literal('override'), vehicleIds: z.array(z.uuid()) }),
  ]),
  /** Price beside the other ways, by policy. */
  points: z.number(),
  lateMin: z.number(),
  waitMin: z.number(),
  /** Over all trucks, on top of what there is. */
  emptyKm: z.number(),
  loads: z.number().int(),
});
export type WayOutView = z.infer<typeof wayOutView>;

/** The cheapest first. */
export const waysOutView = z.object({ items: z.array(wayOutView) });
export type WaysOutView = z.infer<typeof waysOutView>;

/** "What if", on a copy: nothing is changed. */
export const whatIfRequest = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('without_vehicle'), vehicleId: z.uuid() }),
  z.object({ kind: z.literal('without_plant'), plantId: z.uuid() }),
  z.object({
    kind: z.literal('with_order'),
    siteId: z.uuid(),
    m3: z.number().min(0.5).max(20_000),
    rateM3PerHour: z.number().min(1).max(500),
    firstOnSiteAt: instantIn,
  }),
]);
export type WhatIfRequest = z.infer<typeof whatIfRequest>;
