import { z } from 'zod';
import { instant, instantIn, reasonText } from './common.js';
import { dayFigures, dayPlanView, unservedOrderView } from './day-plans.js';
import { reasonView } from './permission.js';

/** Drags a load or a pump job: whatever is left out stays. */
export const moveInPlanRequest = z.object({
  /** Of a planned load or pump job. */
  itemId: z.uuid(),
  vehicleId: z.uuid().optional(),
  lineId: z.uuid().optional(),
  /** When it begins to load; of a pump: when it is ready. */
  atAt: instantIn.optional(),
  /** Only tells what the rules say. */
  isTrial: z.boolean().default(false),
});
export type MoveInPlanRequest = z.infer<typeof moveInPlanRequest>;

/** A rule that a move breaks. */
export const planFaultView = z.object({ code: z.string(), orderId: z.uuid(), detail: z.string() });

/** What a command changed: the loads of other times, trucks or plants, and those no longer served. */
export const planDifferenceView = z.object({
  moved: z.array(
    z.object({
      loadId: z.uuid(),
      orderId: z.uuid(),
      loadNo: z.number().int(),
      fromVehicleId: z.uuid(),
      toVehicleId: z.uuid(),
      fromLoadAt: instant,
      toLoadAt: instant,
    }),
  ),
  nowUnserved: z.array(unservedOrderView),
  nowServed: z.array(z.uuid()),
  before: dayFigures,
  after: dayFigures,
});
export type PlanDifferenceView = z.infer<typeof planDifferenceView>;

/** Outcome of a command on a plan; a trial and a refused move change nothing. */
export const planOutcomeView = z.object({
  isDone: z.boolean(),
  faults: z.array(planFaultView),
  difference: planDifferenceView,
  plan: dayPlanView,
});
export type PlanOutcomeView = z.infer<typeof planOutcomeView>;

/** Of planning a joint pour: the lead's plan, and whose first plan was begun with it, by name. */
export const jointPourOutcomeView = planOutcomeView.extend({
  plansBegunFor: z.array(z.string()),
});
export type JointPourOutcomeView = z.infer<typeof jointPourOutcomeView>;
export const pinInPlanRequest = z.object({ itemId: z.uuid(), isPinned: z.boolean() });
export type PinInPlanRequest = z.infer<typeof pinInPlanRequest>;
export const freezePlanRequest = z.object({ until: instantIn.nullable() });
export type FreezePlanRequest = z.infer<typeof freezePlanRequest>;

/** What happened out there; the plan is mended around it. */
export const planEventRequest = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum(['truck_down', 'pump_down']),
    vehicleId: z.uuid(),
    /** Null: for the rest of the day. */
    until: instantIn.nullable(),
    reason: reasonText,
  }),
  z.object({
    kind: z.literal('line_down'),
    lineId: z.uuid(),
    until: instantIn.nullable(),
    reason: reasonText,
  }),
  z.object({
    kind: z.enum(['truck_up', 'pump_up']),
    vehicleId: z.uuid(),
    /** When it works again; left out: it does now. */
    from: instantIn.optional(),
    reason: reasonText,
  }),
  z.object({
    kind: z.literal('line_up'),
    lineId: z.uuid(),
    from: instantIn.optional(),
    reason: reasonText,
  }),
  z.object({
    kind: z.literal('driver_late'),
    driverId: z.uuid(),
    until: instantIn,
    reason: reasonText,
  }),
  z.object({
    kind: z.enum(['site_not_ready', 'rain_stop']),
    orderId: z.uuid(),
    until: instantIn,
    reason: reasonText,
  }),
  z.object({
    /** Sooner, or later, than was said: the site takes concrete again. */
    kind: z.literal('stop_over'),
    orderId: z.uuid(),
    /** Left out: it does now. */
    from: instantIn.optional(),
    reason: reasonText,
  }),
  z.object({ kind: z.literal('load_refused'), loadId: z.uuid(), reason: reasonText }),
  z
    .object({
      kind: z.literal('traffic'),
      /** Whose ways are slow: the site's, the plant's, or, of both, those between them. */
      orderId: z.uuid().optional(),
      plantId: z.uuid().optional(),
      /** And of what else lies around the one that is named, m. */
      withinM: z.number().min(100).max(20_000).optional(),
      /** What travel is multiplied by, 1 to 5. */
      factor: z.number().min(1).max(5),
      /** Left out: from now on. */
      from: instantIn.optional(),
      until: instantIn,
      reason: reasonText,
    })
    .refine(({ from, until }) => from === undefined || from < until, {
      path: ['until'],
      message: 'ends before it begins',
    })
    .refine(({ orderId, plantId }) => orderId !== undefined || plantId !== undefined, {
      path: ['orderId'],
      message: 'is nowhere',
    })
    .refine(
      ({ orderId, plantId, withinM }) =>
        withinM === undefined || orderId === undefined || plantId === undefined,
      { path: ['withinM'], message: 'is around one place' },
    ),
]);
export type PlanEventRequest = z.infer<typeof planEventRequest>;

/** What was told to drivers and pump operators, and what could not be held. */
export const releasePlanView = z.object({
  releasedLoads: z.number().int(),
  releasedPumpJobs: z.number().int(),
  keptLoads: z.number().int(),
  refused: z.array(
    z.object({
      itemId: z.uuid(),
      orderId: z.uuid(),
      loadNo: z.number().int().nullable(),
      code: z.string(),
      reasons: z.array(reasonView),
    }),
  ),
  plan: dayPlanView,
});
export type ReleasePlanView = z.infer<typeof releasePlanView>;
