import { z } from 'zod';
import { instant } from './common.js';
import { pourAsked } from './orders.js';
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
        'less_queueing',
        'less_empty',
        'less_waste',
        'evener',
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
    /** Of a pour under way: a pause is so much longer than its concrete allows. */
    z.object({ kind: z.literal('longer_pause'), minutes: z.number().int() }),
    /** Its site takes concrete so much before its hours begin, or after they end. */
    z.object({
      kind: z.literal('site_hours'),
      beforeMin: z.number().int(),
      afterMin: z.number().int(),
    }),
    /** A plant that has not been allowed to supply the site. */
    z.object({ kind: z.literal('other_plant'), plantId: z.uuid(), plantName: z.string() }),
    z.object({ kind: z.literal('hired_trucks'), count: z.number().int() }),
    z.object({ kind: z.literal('hired_pump') }),
    /** Drivers who have nothing else to do come to pumps whose operators' duty ends. */
    z.object({
      kind: z.literal('relief_operator'),
      vehicleIds: z.array(z.uuid()),
      driverNames: z.array(z.string()),
    }),
    /** These take over from pumps that stand and cannot stay. */
    z.object({ kind: z.literal('other_pump'), vehicleIds: z.array(z.uuid()) }),
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

/** What the plan would be with a load on another truck, less what it is; above 0 is worse. */
export const otherTruckView = z.object({
  vehicleId: z.uuid(),
  /** Empty kilometres of that truck to the plant. */
  approachKm: z.number(),
  /** In the load's slot, or later, as soon as that truck is back. */
  loadFromAt: instant,
  lateMin: z.number(),
  /** Of pauses between the pour's discharges. */
  spacingMin: z.number(),
  waitMin: z.number(),
  /** Over all trucks. */
  emptyKm: z.number(),
  /** All of it at the prices of the policies `plan.*`. */
  points: z.number(),
});
export type OtherTruckView = z.infer<typeof otherTruckView>;

/** Why a load is on its truck: every other one was tried in its place, on a copy of the plan. */
export const whyTruckView = z.object({
  loadId: z.uuid(),
  vehicleId: z.uuid(),
  approachKm: z.number(),
  /** The best of the others; null: no other truck could bring it. */
  secondBest: otherTruckView.nullable(),
  /** How many others could bring it. */
  possible: z.number().int(),
  /** Trucks that were nearer to the plant, and the first rule in the way of each. */
  nearerKept: z.array(z.object({ vehicleId: z.uuid(), approachKm: z.number(), code: z.string() })),
  /** Of all that could not: how many each rule kept away. */
  kept: z.record(z.string(), z.number().int()),
});
export type WhyTruckView = z.infer<typeof whyTruckView>;

/** "What if", on a copy: nothing is changed. */
export const whatIfRequest = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('without_vehicle'), vehicleId: z.uuid() }),
  z.object({ kind: z.literal('without_plant'), plantId: z.uuid() }),
  pourAsked
    .extend({
      kind: z.literal('with_order'),
      siteId: z.uuid(),
      m3: z.number().min(0.5).max(20_000),
    })
    .refine(
      ({ placingMethod, pumpsNeeded, primingM3 }) =>
        placingMethod === 'pump' || (pumpsNeeded === undefined && primingM3 === 0),
      { message: 'only a pumped pour needs pumps and mortar for them', path: ['placingMethod'] },
    ),
]);
export type WhatIfRequest = z.infer<typeof whatIfRequest>;
