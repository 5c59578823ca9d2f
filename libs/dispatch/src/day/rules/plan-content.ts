import type { OrderDurations } from './used-durations.js';

/** What a revision of a plan says, as it is stored; instants are ISO 8601. */
export interface PlanContent {
  readonly travelSource: 'osrm' | 'estimate';
  /** Nothing that loads before it is moved; null: nothing is frozen. */
  readonly frozenUntil: string | null;
  /** What it was built with; left out by revisions from before durations were learnt. */
  readonly durations?: ContentDurations;
  readonly figures: Figures;
  readonly loads: readonly ContentLoad[];
  readonly pumpJobs: readonly ContentPumpJob[];
  readonly unserved: readonly ContentUnserved[];
  /** What happened out there, in order of time. */
  readonly events: readonly ContentEvent[];
  /** Jumps of the queues at plants; plans made before this was kept lack it. */
  readonly jumps?: readonly ContentJump[];
  /** What each order asked for when it was planned; plans made before this was kept lack it. */
  readonly wants?: readonly OrderWant[];
}

/** Of a day that nobody has planned yet. */
export const NOTHING_PLANNED: Pick<PlanContent, 'loads' | 'pumpJobs' | 'frozenUntil' | 'events'> = {
  loads: [],
  pumpJobs: [],
  frozenUntil: null,
  events: [],
};

export interface ContentDurations {
  /** When they were learnt; null: nothing had been. */
  readonly learntAt: string | null;
  readonly orders: readonly ({ readonly orderId: string } & OrderDurations)[];
}

export interface Figures {
  readonly orderedM3: number;
  readonly servedM3: number;
  readonly servedPct: number;
  /** What would come on top if what waits for a call were called, and how much of it there is room for. */
  readonly ghostOrderedM3: number;
  readonly ghostServedM3: number;
  readonly loads: number;
  readonly trucksUsed: number;
  readonly lateMinPerOrder: number;
  readonly waitMinPerLoad: number;
  readonly emptyKmPerLoad: number;
}

export interface ContentLoad {
  readonly id: string;
  readonly orderId: string;
  readonly loadNo: number;
  readonly kind: 'concrete' | 'priming_mortar' | 'wet_mortar';
  readonly m3: number;
  readonly plantId: string;
  readonly lineId: string;
  readonly vehicleId: string;
  readonly driverId: string;
  readonly place: number;
  /** Of a truck's first load: when it sets out to its plant; left out: it stands there. */
  readonly setOutAt?: string;
  readonly loadFromAt: string;
  readonly loadToAt: string;
  readonly arriveAt: string;
  readonly dischargeFromAt: string;
  readonly dischargeToAt: string;
  readonly leaveAt: string;
  readonly backAt: string;
  readonly isPinned: boolean;
}

export interface ContentPumpJob {
  readonly id: string;
  readonly orderId: string;
  readonly vehicleId: string;
  readonly driverId: string;
  readonly departAt: string;
  /** When it is at the site, if that is before it begins to be set up; left out: in time for it. */
  readonly arriveAt?: string;
  readonly readyAt: string;
  readonly untilAt: string;
  readonly leaveAt: string;
  /** Of a pump's last job: when it is home; plans made before it was kept lack it. */
  readonly backAt?: string;
  readonly isPinned: boolean;
}

export interface ContentUnserved {
  readonly orderId: string;
  readonly lacks: 'load' | 'pump' | 'pump_called';
  readonly loadsPlaced: number;
  readonly codes: Readonly<Record<string, number>>;
}

/** A load whose truck goes before one that waits longer at the plant, and why. */
export interface ContentJump {
  readonly plantId: string;
  readonly orderId: string;
  readonly vehicleId: string;
  readonly loadFromAt: string;
  readonly jumpedVehicleId: string;
  /** Code of the rule in the way, `started`, `released` or `costs_more`. */
  readonly reason: string;
}

/** What an order asks for, as far as a plan has to follow it. */
export interface OrderWant {
  readonly orderId: string;
  readonly m3: number;
  readonly rateM3PerHour: number;
  /** On hold or closed: nothing is brought. */
  readonly isWaiting: boolean;
  /** What the site refused, at once or when it signed, and what was sent back on its way, m³. */
  readonly refusedM3: number;
  /** What loaded trucks took elsewhere or brought from elsewhere, m³; plans from before it was kept lack it. */
  readonly divertedM3?: number;
  /** Whether its first call has not come; plans from before it was kept lack it. */
  readonly isUncalled?: boolean;
  /** What other plants of its enterprise are to bring of it; plans from before it was kept lack it. */
  readonly quotas?: readonly { readonly plantId: string; readonly quotaM3: number }[];
}

/** Something that a plan has to be mended around. `until` null: for the rest of the day. */
export type ContentEvent = { readonly at: string; readonly reason: string } & (
  | {
      readonly kind: 'truck_down';
      readonly vehicleId: string;
      readonly until: string | null;
    }
  | {
      readonly kind: 'pump_down';
      readonly vehicleId: string;
      readonly until: string | null;
      /** The order that it stood at or was on its way to; left out: none, or made before it was kept. */
      readonly atOrderId?: string | undefined;
    }
  | { readonly kind: 'line_down'; readonly lineId: string; readonly until: string | null }
  | {
      /** Mended: it works again. */
      readonly kind: 'truck_up' | 'pump_up';
      readonly vehicleId: string;
      readonly from: string;
    }
  | { readonly kind: 'line_up'; readonly lineId: string; readonly from: string }
  | {
      /** Of a pour whose pumps broke down: it goes on with so many, for the rest is not to be had. */
      readonly kind: 'pumps_fewer';
      readonly orderId: string;
      readonly pumps: number;
    }
  | { readonly kind: 'driver_late'; readonly driverId: string; readonly until: string }
  | {
      /** He may not begin; the codes say why not. */
      readonly kind: 'driver_refused';
      readonly driverId: string;
      readonly codes: readonly string[];
    }
  | { readonly kind: 'driver_came'; readonly driverId: string }
  | {
      readonly kind: 'site_not_ready' | 'rain_stop';
      readonly orderId: string;
      readonly until: string;
    }
  | {
      /** Sooner, or later, than was said: the site takes concrete again. */
      readonly kind: 'stop_over';
      readonly orderId: string;
      readonly from: string;
    }
  | {
      /** An alarm says so; `reason` is its plate. */
      readonly kind: 'pump_late';
      readonly vehicleId: string;
      readonly orderId: string;
      readonly alertId: string;
    }
  | {
      /** It is at an order's site though it should be on its way to its next one; `reason` is its plate. */
      readonly kind: 'pump_stays';
      readonly vehicleId: string;
      readonly orderId: string;
    }
  | { readonly kind: 'load_refused'; readonly loadId: string }
  | {
      readonly kind:
        | 'order_added'
        | 'order_called'
        | 'order_held'
        | 'order_quotas'
        | 'order_resumed'
        | 'order_cancelled';
      readonly orderId: string;
    }
  | {
      /** Volumes in m³; of `order_paced`, m³ an hour. */
      readonly kind:
        'order_grown' | 'order_cut' | 'order_paced' | 'order_refused' | 'order_diverted';
      readonly orderId: string;
      readonly from: number;
      readonly to: number;
    }
  | {
      readonly kind: 'traffic';
      /** Of the site or the plant, whose ways are slow; of both: only those between them are. */
      readonly orderId?: string | undefined;
      readonly plantId?: string | undefined;
      /** Around the one that is named, m; left out: of itself. */
      readonly withinM?: number | undefined;
      /** What travel is multiplied by, 1 to 5. */
      readonly factor: number;
      /** Plans made before it was kept lack it: then from `at` on. */
      readonly from?: string;
      readonly until: string;
    }
);

export type TrafficEvent = Extract<ContentEvent, { kind: 'traffic' }>;
