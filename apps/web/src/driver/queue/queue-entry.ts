import type { AcceptanceRequest, PumpStage, TripStage } from '@tongyun/contracts';

/** A tap of the stage button. The id is made here, so that sending it twice records it once. */
export interface ClaimEntry {
  readonly kind: 'claim';
  readonly id: string;
  readonly driverId: string;
  readonly tripId: string;
  readonly stage: TripStage;
  /** Phone time of the tap, ISO. */
  readonly at: string;
}

/** A tap of the stage button on a pump's job. */
export interface PumpClaimEntry {
  readonly kind: 'pump_claim';
  readonly id: string;
  readonly driverId: string;
  readonly pumpJobId: string;
  readonly stage: PumpStage;
  /** Phone time of the tap, ISO. */
  readonly at: string;
}

export interface ClockOutEntry {
  readonly kind: 'clock_out';
  readonly id: string;
  readonly driverId: string;
  /** Phone time of the tap, ISO. */
  readonly at: string;
}

/** He begins his next day then. */
export interface StartEntry {
  readonly kind: 'start';
  readonly id: string;
  readonly driverId: string;
  /** ISO. */
  readonly startsAt: string;
  /** Phone time of the tap, ISO. */
  readonly at: string;
}

/** What the receiver signed on this phone. */
export interface AcceptanceEntry {
  readonly kind: 'acceptance';
  readonly id: string;
  readonly driverId: string;
  readonly tripId: string;
  readonly signed: Omit<AcceptanceRequest, 'id' | 'signedAt'>;
  /** Phone time of the signature, ISO. */
  readonly at: string;
}

/** Where the phone was, WGS-84. */
export interface FixEntry {
  readonly kind: 'fix';
  readonly id: string;
  readonly driverId: string;
  /** Time of the fix, ISO. */
  readonly at: string;
  readonly lng: number;
  readonly lat: number;
  readonly accuracyM: number | null;
  readonly speedKph: number | null;
  readonly headingDeg: number | null;
}

export type QueueEntry =
  ClaimEntry | PumpClaimEntry | ClockOutEntry | StartEntry | AcceptanceEntry | FixEntry;

/** Taps never wait behind positions; within a lane the order is kept. */
export const LANES = ['taps', 'fixes'] as const;
export type Lane = (typeof LANES)[number];

export const laneOf = ({ kind }: QueueEntry): Lane => (kind === 'fix' ? 'fixes' : 'taps');
