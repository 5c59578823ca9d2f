import type { TimedPoint, TripFacts } from './inputs.js';

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

/** An alert that goes on, as far as the rules need to remember it. */
export interface OpenEpisode {
  readonly code: AlertCode;
  readonly subjectId: string;
  readonly level: AlertLevel;
  readonly startedAtMs: number;
  readonly evidenceAtMs: number;
  readonly evidenceCount: number;
}

/** The alerts the judge raises; spelled as the glossary does. */
export type AlertCode =
  | 'over_radius'
  | 'unregistered_in_zone'
  | 'no_pass'
  | 'pass_expired'
  | 'outside_pass_zone'
  | 'bad_hours'
  | 'offline';
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

/** All that is remembered of a vehicle between two inputs: plain JSON, times in ms since 1970. */
export interface TrackState {
  /** The last fix that counted: where the vehicle is. */
  readonly last: (TimedPoint & { readonly source: 'terminal' | 'phone' }) | null;
  /** The last fix of the vehicle's terminal that counted. */
  readonly terminalAtMs: number | null;
  /** A place too far to be true, kept in case the next fix confirms it. */
  readonly jump: TimedPoint | null;
  readonly trip: TripFacts | null;
  /** `plant:<id>` and `site:<id>` of the trip. */
  readonly fences: Readonly<Record<string, Presence>>;
  /** By zone id; zones the vehicle has nothing to do with are left out. */
  readonly zones: Readonly<Record<string, Presence>>;
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
  jump: null,
  trip: null,
  fences: {},
  zones: {},
  radius: null,
  zoneEpisodes: {},
  silence: { heardAtMs: null, isSilent: false, hasTimer: false, episode: null },
};
