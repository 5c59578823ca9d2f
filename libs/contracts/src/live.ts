import { z } from 'zod';
import type { DriverAlertView } from './alert-deliveries.js';
import type { AlertView } from './alerts.js';
import { lat, lng } from './common.js';
import type { DayPlanNews, PlanBehindNews } from './day-plans.js';
import type { PlanningNews } from './plannings.js';
import type { OrderView } from './orders.js';
import type { TripView } from './trips.js';
import type { TerminalView } from './fleet.js';
import type { Acknowledgement } from './refusal.js';
import type { LiveVehicleView } from './tracking.js';

/** What each topic carries, keyed by the id of the thing. A client replaces what it had. */
export interface LiveTopics {
  alert: AlertView;
  driver_alert: DriverAlertView;
  day_plan: DayPlanNews | PlanBehindNews | PlanningNews;
  order: OrderView;
  trip: TripView;
  terminal: TerminalView;
  vehicle: LiveVehicleView;
}
export type LiveTopic = keyof LiveTopics;
export const liveTopic = z.enum([
  'alert',
  'driver_alert',
  'day_plan',
  'order',
  'trip',
  'terminal',
  'vehicle',
]);

export const viewport = z.object({ west: lng, south: lat, east: lng, north: lat });
export type Viewport = z.infer<typeof viewport>;

export const watchCommand = z.object({
  topics: z.array(liveTopic).max(10),
  /** Positions inside this box are sent; null: none. */
  viewport: viewport.nullable(),
});
export type WatchCommand = z.infer<typeof watchCommand>;

export type LiveChange = {
  [Topic in LiveTopic]: {
    readonly topic: Topic;
    readonly key: string;
    readonly view: LiveTopics[Topic];
  };
}[LiveTopic];

/** At most one a second to each subscriber. */
export interface LiveMessage {
  /** Server time at which all of it was true, ISO. */
  readonly at: string;
  /** Counts messages of this subscription; a gap means: ask for a snapshot. */
  readonly number: number;
  readonly changes: readonly LiveChange[];
  /** `packPositions` of every vehicle in the viewport that moved. */
  readonly positions: ArrayBuffer | null;
}

/** Namespaces by audience. */
export const LIVE_NAMESPACES = ['dispatcher', 'admin', 'driver', 'police'] as const;
export type LiveNamespace = (typeof LIVE_NAMESPACES)[number];

export interface LiveEvents {
  /** A page that is asked to says with `heard` that it has the message. */
  'live.changed': (message: LiveMessage, heard?: () => void) => void;
  /** The sign-in ended; the socket closes after it. */
  'session.ended': () => void;
}
export interface LiveCommands {
  watch: (
    command: WatchCommand,
    done: (answer: Acknowledgement<{ since: string }>) => void,
  ) => void;
}
