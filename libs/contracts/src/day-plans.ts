import { z } from 'zod';
import { day, instant, position } from './common.js';
import { lastLoadCall, pourKind } from './orders.js';
import { usedDuration } from './durations.js';
import { vehicleKind } from './fleet.js';
import { reasonView } from './permission.js';
import { pumpStage } from './pumping.js';

export const dayPlanQuery = z.object({ enterpriseId: z.uuid(), operatingOn: day });
export type DayPlanQuery = z.infer<typeof dayPlanQuery>;

/** Plans a day anew: what has begun, is pinned or frozen stays. */
export const planDayRequest = dayPlanQuery.extend({
  /** How long to search for better, seconds. */
  searchSec: z.number().int().min(1).max(60).default(5),
});
export type PlanDayRequest = z.infer<typeof planDayRequest>;

/** Plans a pour that is led and those who help to supply it as one, in all their plans. */
export const planJointPourRequest = z.object({
  orderId: z.uuid(),
  searchSec: z.number().int().min(1).max(60).default(5),
});
export type PlanJointPourRequest = z.infer<typeof planJointPourRequest>;

/** One load of the plan, from loading to leaving the site. */
export const plannedLoadView = z.object({
  /** Stays the same from revision to revision as long as it is the same load of the order. */
  id: z.uuid(),
  orderId: z.uuid(),
  loadNo: z.number().int(),
  kind: z.enum(['concrete', 'priming_mortar', 'wet_mortar']),
  m3: z.number(),
  plantId: z.uuid(),
  lineId: z.uuid(),
  vehicleId: z.uuid(),
  driverId: z.uuid(),
  /** Which of the site's discharging places, from 0. */
  place: z.number().int(),
  loadFromAt: instant,
  loadToAt: instant,
  arriveAt: instant,
  dischargeFromAt: instant,
  dischargeToAt: instant,
  leaveAt: instant,
  /** Back at the plant it returns to. */
  backAt: instant,
  /** `planned` only here; `released`: its driver was told; `started`: a fact, not a choice. */
  state: z.enum(['planned', 'released', 'started', 'done']),
  isPinned: z.boolean(),
});
export type PlannedLoadView = z.infer<typeof plannedLoadView>;
export const plannedPumpJobView = z.object({
  id: z.uuid(),
  orderId: z.uuid(),
  vehicleId: z.uuid(),
  driverId: z.uuid(),
  /** Leaves for the site. */
  departAt: instant,
  readyAt: instant,
  untilAt: instant,
  leaveAt: instant,
  state: z.enum(['planned', 'released', 'started', 'done']),
  /** How far the pump really is, and since when; null: it has not set out. */
  stage: pumpStage.nullable(),
  stageAt: instant.nullable(),
  isPinned: z.boolean(),
});
export type PlannedPumpJobView = z.infer<typeof plannedPumpJobView>;

/** An order that the plan does not serve, and what stands in the way. */
export const unservedOrderView = z.object({
  orderId: z.uuid(),
  lacks: z.enum(['load', 'pump', 'pump_called']),
  /** Loads that could be brought before it breaks off. */
  loadsPlaced: z.number().int(),
  /** How many trucks or pumps each rule kept away. */
  codes: z.record(z.string(), z.number().int()),
});
export type UnservedOrderView = z.infer<typeof unservedOrderView>;
export const dayFigures = z.object({
  orderedM3: z.number(),
  servedM3: z.number(),
  servedPct: z.number(),
  /** Of orders that wait for a call, beside the others; revisions of earlier days do not tell them apart. */
  ghostOrderedM3: z.number().default(0),
  ghostServedM3: z.number().default(0),
  loads: z.number().int(),
  trucksUsed: z.number().int(),
  lateMinPerOrder: z.number(),
  waitMinPerLoad: z.number(),
  emptyKmPerLoad: z.number(),
});
export type DayFigures = z.infer<typeof dayFigures>;

/** What made a revision, and who. */
export const dayPlanChange = z.object({
  kind: z.enum([
    'planned',
    'replanned',
    'moved',
    'pinned',
    'unpinned',
    'frozen',
    'undone',
    'released',
    'event',
    'improved',
    'joint',
  ]),
  byName: z.string(),
  at: instant,
  /** In a dispatcher's words, or the event's code; null when the kind says it all. */
  note: z.string().nullable(),
});

/** Told live to who looks at plans: which has changed, and by whom. What it says now is asked for. */
export const dayPlanNews = z.object({
  planId: z.uuid(),
  enterpriseId: z.uuid(),
  operatingOn: day,
  revision: z.number().int(),
  /** What made the revision, and who. */
  kind: dayPlanChange.shape.kind,
  byUser: z.uuid(),
  byName: z.string(),
  /** A better plan that waits for a decision; null: none. */
  offerId: z.uuid().nullable(),
});
export type DayPlanNews = z.infer<typeof dayPlanNews>;

/** Told live to who looks at plans: an order of the day is not, or not as it is now, in the plan that is shown. */
export const planBehindNews = z.object({
  kind: z.literal('behind'),
  planId: z.uuid(),
  enterpriseId: z.uuid(),
  operatingOn: day,
  orderId: z.uuid(),
});
export type PlanBehindNews = z.infer<typeof planBehindNews>;

/** What became of an order since a plan was made for it. */
export const planOrderChange = z.object({
  orderId: z.uuid(),
  kind: z.enum([
    'order_added',
    'order_called',
    'order_grown',
    'order_cut',
    'order_paced',
    'order_held',
    'order_resumed',
    'order_refused',
    'order_diverted',
    'order_quotas',
    'order_cancelled',
  ]),
  /** m³, of another pace m³ an hour; null: the kind says it all. */
  from: z.number().nullable(),
  to: z.number().nullable(),
});

/** What a plan was built with: of each order at the hour it begins, and of each plant that may serve it. */
export const planDurations = z.object({
  /** When they were learnt; null: nothing had been. */
  learntAt: instant.nullable(),
  orders: z.array(
    z.object({
      orderId: z.uuid(),
      /** Minutes on site until the first concrete, once a place is free. */
      waiting: usedDuration,
      /** Minutes a cubic metre; where assumed, the wanted rate decides alone. */
      discharge: usedDuration,
      sources: z.array(
        z.object({
          plantId: z.uuid(),
          /** Minutes at the plant beside the batching itself. */
          loading: usedDuration,
          /** How many times as long as the road's answer. */
          travel: usedDuration,
        }),
      ),
    }),
  ),
});
export type PlanDurations = z.infer<typeof planDurations>;
/** What a pump did at a pour before another took over from it. */
const pumpRunView = z.object({
  id: z.uuid(),
  orderId: z.uuid(),
  vehicleId: z.uuid(),
  driverId: z.uuid(),
  /** In order of time. */
  stages: z.array(z.object({ stage: pumpStage, at: instant })),
  /** When its job was given on. */
  givenOnAt: instant,
});
export type PumpRunView = z.infer<typeof pumpRunView>;

export const dayPlanView = z.object({
  id: z.uuid(),
  enterpriseId: z.uuid(),
  operatingOn: day,
  /** Counts up with every change; also the ETag. */
  revision: z.number().int(),
  /** The revision that drivers were told; null before the first release. */
  releasedRevision: z.number().int().nullable(),
  /** Nothing that loads before it is moved; null: nothing is frozen. */
  frozenUntil: instant.nullable(),
  /** The operating day. */
  fromAt: instant,
  toAt: instant,
  travelSource: z.enum(['osrm', 'estimate']),
  /** Null for plans from before durations were learnt. */
  durations: planDurations.nullable(),
  figures: dayFigures,
  loads: z.array(plannedLoadView),
  pumpJobs: z.array(plannedPumpJobView),
  pumpRuns: z.array(pumpRunView),
  unserved: z.array(unservedOrderView),
  /** Loads whose trucks go before others that wait longer at the plant, each with why. */
  queueJumps: z.array(
    z.object({
      plantId: z.uuid(),
      orderId: z.uuid(),
      vehicleId: z.uuid(),
      loadFromAt: instant,
      jumpedVehicleId: z.uuid(),
      /** Code of the rule in the way, `started`, `released` or `costs_more`. */
      reason: z.string(),
    }),
  ),
  /** The newest first. */
  changes: z.array(dayPlanChange),
  /** What became of orders since the plan was made or mended for them; an order that is gone is in no row below. */
  behind: z.array(planOrderChange),
  /** Rows that the Gantt names. */
  orders: z.array(
    z.object({
      id: z.uuid(),
      orderNo: z.string(),
      siteId: z.uuid(),
      siteName: z.string(),
      sitePosition: position,
      grade: z.string(),
      state: z.string(),
      priority: z.enum(['emergency', 'committed', 'will_call']),
      /** Waits for a call, the first or to go on: planned where there is room, told to nobody. */
      isGhost: z.boolean(),
      orderedM3: z.number(),
      deliveredM3: z.number(),
      firstOnSiteAt: instant,
      isSiteReady: z.boolean(),
      /** Whether it was said to take nothing, and not to go on by now. */
      isStopped: z.boolean(),
      /** Pumps at once; 0: none is needed. */
      pumpsNeeded: z.number().int(),
      pourKind: pourKind.nullable(),
      /** The order's own longest pause; null: the enterprise's policy. */
      gapMaxMin: z.number().int().nullable(),
      retarderMin: z.number().int().nullable(),
      /** The site's call for its last load; null: not yet. */
      lastLoad: lastLoadCall.nullable(),
    }),
  ),
  vehicles: z.array(
    z.object({
      id: z.uuid(),
      kind: vehicleKind,
      plateNo: z.string().nullable(),
      fleetNo: z.string().nullable(),
      drumM3: z.number().nullable(),
      use: z.enum(['own', 'hired', 'loaned', 'joint_supply']),
      driverId: z.uuid().nullable(),
      driverName: z.string().nullable(),
      dutyFromAt: instant,
      dutyToAt: instant,
      /** Where its day begins and ends; null: the enterprise has no plant. */
      homePlantId: z.uuid().nullable(),
      endPlantId: z.uuid().nullable(),
      /** Whether its enterprise said so; else it is a guess. */
      isHomeStated: z.boolean(),
      /** Whether it was said to be down, and not to work again by now. */
      isBrokenDown: z.boolean(),
      /** What keeps it from every task of the day. */
      reasons: z.array(reasonView),
    }),
  ),
  lines: z.array(
    z.object({
      id: z.uuid(),
      plantId: z.uuid(),
      plantName: z.string(),
      name: z.string(),
      rateM3PerHour: z.number(),
      closed: z.array(z.object({ fromAt: instant, toAt: instant })),
      isBrokenDown: z.boolean(),
    }),
  ),
});
export type DayPlanView = z.infer<typeof dayPlanView>;
