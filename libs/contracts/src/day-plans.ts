import { z } from 'zod';
import { day, instant, instantIn, polygon, position, reasonText } from './common.js';
import { lastLoadCall } from './deliveries.js';
import { usedDuration } from './durations.js';
import { vehicleKind } from './fleet.js';
import { orderGrade } from './order-grade.js';
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
    }),
  ),
});
export type DayPlanView = z.infer<typeof dayPlanView>;

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
      code: z.enum(['less_late', 'steadier', 'less_waiting', 'less_empty', 'makes_room']),
      amount: z.number(),
    }),
  ),
});
export type PlanOfferView = z.infer<typeof planOfferView>;
export const openPlanOfferView = z.object({ offer: planOfferView.nullable() });
export type OpenPlanOfferView = z.infer<typeof openPlanOfferView>;

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
  z.object({ kind: z.literal('load_refused'), loadId: z.uuid(), reason: reasonText }),
  z.object({
    kind: z.literal('traffic'),
    orderId: z.uuid(),
    /** What travel to and from the site is multiplied by, 1 to 5. */
    factor: z.number().min(1).max(5),
    until: instantIn,
    reason: reasonText,
  }),
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

/** First round of the day: who is called in when, and who would be refused. */
export const callInRow = z.object({
  driverId: z.uuid(),
  driverName: z.string(),
  vehicleId: z.uuid(),
  plateNo: z.string().nullable(),
  plantName: z.string(),
  firstLoadAt: instant,
  /** When he has to be there. */
  callInAt: instant,
  loads: z.number().int(),
  /** Over the whole duty. */
  reasons: z.array(reasonView),
  /** Somebody who could take over, where he would be refused. */
  replacement: z.object({ driverId: z.uuid(), driverName: z.string() }).nullable(),
  /** When he said that he begins; null: he has not. */
  saysStartAt: instant.nullable(),
  /** When he said so, or clocked in. */
  confirmedAt: instant.nullable(),
  state: z.enum(['open', 'confirmed', 'late', 'clocked_in']),
});
export type CallInRow = z.infer<typeof callInRow>;
export const callInView = z.object({ items: z.array(callInRow), judgedAt: instant });

/** A call-in list as it was judged: at each release, and once on the evening before. */
export const callInCheckView = z.object({
  id: z.uuid(),
  kind: z.enum(['release', 'evening']),
  revision: z.number().int(),
  judgedAt: instant,
  refusedCount: z.number().int(),
  unconfirmedCount: z.number().int(),
  items: z.array(callInRow),
});
export type CallInCheckView = z.infer<typeof callInCheckView>;
export const callInChecksView = z.object({ items: z.array(callInCheckView) });

/** Demand against capacity of a plant in one hour. */
export const capacityHour = z.object({
  plantId: z.uuid(),
  plantName: z.string(),
  hourAt: instant,
  demandM3: z.number(),
  willCallM3: z.number(),
  lineCapacityM3: z.number(),
  trucksNeeded: z.number(),
  trucksOwn: z.number().int(),
  trucksHired: z.number().int(),
  trucksLoaned: z.number().int(),
});
export const capacityView = z.object({ hours: z.array(capacityHour) });
export type CapacityView = z.infer<typeof capacityView>;

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

/** The calls of a day, one key each; the caller is noted. */
export const orderCallRequest = z.object({
  call: z.enum(['slower', 'hold', 'resume', 'one_more', 'last_load']),
  /** Of the one more or the last load. */
  m3: z.number().min(0.5).max(20).optional(),
  /** New rate, for `slower`. */
  rateM3PerHour: z.number().min(1).max(500).optional(),
  callerName: z.string().trim().min(1).max(40),
  callerPhone: z.string().trim().max(20).optional(),
});
export type OrderCallRequest = z.infer<typeof orderCallRequest>;

/** The same call for many orders: of a list, or all of a day whose sites lie in an area. */
export const bulkOrderCallRequest = orderCallRequest.extend({
  orders: z.union([
    z.object({ ids: z.array(z.uuid()).min(1).max(200) }),
    z.object({ operatingOn: day, area: polygon }),
  ]),
});
export type BulkOrderCallRequest = z.infer<typeof bulkOrderCallRequest>;
export const bulkOrderCallView = z.object({
  /** `code` says why an order refused it; null: done. */
  items: z.array(z.object({ orderId: z.uuid(), code: z.string().nullable() })),
});
export type BulkOrderCallView = z.infer<typeof bulkOrderCallView>;

/** An order like another one; what goes wrong when it is copied unseen is stated anew. */
export const copyOrderRequest = z.object({
  firstOnSiteAt: instantIn,
  grade: orderGrade,
  pourLocation: z.string().trim().min(1).max(120),
  plannedM3: z.number().min(0.5).max(20_000),
});
export type CopyOrderRequest = z.infer<typeof copyOrderRequest>;
export const siteReadyRequest = z.object({ isReady: z.boolean() });
export type SiteReadyRequest = z.infer<typeof siteReadyRequest>;
