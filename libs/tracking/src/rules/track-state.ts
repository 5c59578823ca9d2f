import type { DutyFacts, PumpFacts, TimedPoint, TripFacts } from './inputs.js';

/** Whether a vehicle is in a fence or zone, with what speaks against it so far. */
export interface Presence {
  readonly isInside: boolean;
  /** Fixes in a row on the other side; enough of them make a crossing. */
  readonly contrary: readonly TimedPoint[];
  /** The fixes that made the last crossing, first one first. */
  readonly crossing: readonly TimedPoint[];
  /** The input just judged made the crossing. */
  readonly isFresh: boolean;
}

/** A zone that the straight way between fixes goes through, before it is sure that it did. */
export interface Passage {
  /** The last fix before the zone, those in it, and the first one beyond it. */
  readonly way: readonly TimedPoint[];
  /** Fixes in a row beyond the zone, until they are enough; 0: the last one was in it. */
  readonly beyond: number;
}

/** An alert that goes on, as far as the rules need to remember it. */
export interface OpenEpisode {
  readonly code: AlertCode;
  readonly subjectId: string;
  readonly level: AlertLevel;
  readonly startedAtMs: number;
  readonly evidenceAtMs: number;
  readonly evidenceCount: number;
}

/** Alerts of conditions that are watched one by one (`watches/`). */
export type WatchedCode =
  | 'overspeed'
  | 'fatigue_warning'
  | 'fatigue'
  | 'daily_driving'
  | 'long_stop'
  | 'off_route'
  | 'off_permitted_route'
  | 'transport_timeout'
  | 'unload_timeout'
  | 'late_return'
  | 'illegal_unload'
  | 'no_task_exit'
  | 'undeclared_use'
  | 'untrained_driver'
  | 'off_duty_moving'
  | 'pump_not_departed'
  | 'pump_overdue'
  | 'device_fault'
  | 'blind_spot'
  | 'terminal_alarm';

/** The alerts the judge raises; spelled as the glossary does. */
export type AlertCode =
  | 'over_radius'
  | 'unregistered_in_zone'
  | 'no_pass'
  | 'pass_expired'
  | 'outside_pass_zone'
  | 'bad_hours'
  | 'offline'
  | WatchedCode;
export type AlertLevel = 'notice' | 'warning' | 'grave';

/** A loaded trip against its plant's range. */
export interface RadiusWatch {
  readonly plantId: string;
  /** Fixes in a row beyond the range, until they are enough for an alert. */
  readonly beyond: readonly TimedPoint[];
  /** Fixes in a row back inside, until they are enough to end it. */
  readonly inside: readonly TimedPoint[];
  readonly episode: OpenEpisode | null;
}

/** A condition that is watched: what speaks for it, or against the alert that is open. */
export interface WatchState {
  /** Fixes in a row that found it, until they are enough: the first and the last few. */
  readonly found: readonly TimedPoint[];
  /** Fixes in a row that did not find it any more, until they are enough to end the alert. */
  readonly calm: readonly TimedPoint[];
  readonly episode: OpenEpisode | null;
}

/** How the vehicle moves, whoever drives it, as far as driving times and stops depend on it. */
export interface Motion {
  /** Where it came to a stop; null while it moves. */
  readonly stop: TimedPoint | null;
  /** Since when it is driven without a rest. */
  readonly drivenSinceMs: number | null;
  /** The operating day of `drivenMs`, `YYYY-MM-DD`. */
  readonly day: string;
  /** How long it was driven on that day, ms. */
  readonly drivenMs: number;
}

/** Who drives the vehicle, and what of its driving is his. */
export interface Wheel {
  readonly driverId: string;
  /** From when on; null: all of it since its last rest. */
  readonly fromMs: number | null;
  /** The operating day of `othersMs`, `YYYY-MM-DD`. */
  readonly day: string;
  /** Of what it was driven on that day, what others drove, ms. */
  readonly othersMs: number;
  /** By id, those who left it lately or on that day, and may come back. */
  readonly others: Readonly<
    Record<
      string,
      {
        readonly fromMs: number | null;
        readonly leftAtMs: number;
        readonly day: string;
        readonly drivenMs: number;
      }
    >
  >;
}

/** All that is remembered of a vehicle between two inputs: plain JSON, times in ms since 1970. */
export interface TrackState {
  /** The last fix that counted: where the vehicle is. */
  readonly last: (TimedPoint & { readonly source: 'terminal' | 'phone' }) | null;
  /** The last fix of the vehicle's terminal that counted. */
  readonly terminalAtMs: number | null;
  /** The alarms that its terminal had on when it last told of them, table 24 of JT/T 808. */
  readonly alarmBits: number;
  /** Those of them that it had off before. */
  readonly risenAlarmBits: number;
  /** A place too far to be true, kept in case the next fix confirms it. */
  readonly jump: TimedPoint | null;
  readonly trip: TripFacts | null;
  readonly pump: PumpFacts | null;
  readonly duty: DutyFacts | null;
  /** Since when nobody is on duty on it, after somebody was; null: one is, or never was. */
  readonly offDutySinceMs: number | null;
  readonly motion: Motion;
  /** Null: nobody ever was on duty on it or on a trip with it. */
  readonly wheel: Wheel | null;
  /** By id, the plants of its enterprise that it is in, or may be coming into. */
  readonly yards: Readonly<Record<string, Presence>>;
  /** When it left the last of them with no trip; null: it is in one, or has got a trip since. */
  readonly strayedAtMs: number | null;
  readonly watches: Readonly<Partial<Record<WatchedCode, WatchState>>>;
  /** When the timer of the watches is set to; null: it is not. */
  readonly watchDueAtMs: number | null;
  /** `plant:<id>` and `site:<id>` of the trip and of the pump's job. */
  readonly fences: Readonly<Record<string, Presence>>;
  /** By zone id; zones the vehicle has nothing to do with are left out. */
  readonly zones: Readonly<Record<string, Presence>>;
  /** By id, the zones that it may just have driven through with too few fixes inside to be in them. */
  readonly passages: Readonly<Record<string, Passage>>;
  readonly radius: RadiusWatch | null;
  /** Open alerts of zones, by zone id. */
  readonly zoneEpisodes: Readonly<Record<string, OpenEpisode>>;
  readonly silence: {
    /** When the product last heard of the vehicle, by the product's clock. */
    readonly heardAtMs: number | null;
    readonly isSilent: boolean;
    readonly hasTimer: boolean;
    readonly episode: OpenEpisode | null;
  };
}

/** A vehicle that nothing is known of. */
export const NOTHING_KNOWN: TrackState = {
  last: null,
  terminalAtMs: null,
  alarmBits: 0,
  risenAlarmBits: 0,
  jump: null,
  trip: null,
  pump: null,
  duty: null,
  offDutySinceMs: null,
  motion: { stop: null, drivenSinceMs: null, day: '', drivenMs: 0 },
  wheel: null,
  yards: {},
  strayedAtMs: null,
  watches: {},
  watchDueAtMs: null,
  fences: {},
  zones: {},
  passages: {},
  radius: null,
  zoneEpisodes: {},
  silence: { heardAtMs: null, isSilent: false, hasTimer: false, episode: null },
};
