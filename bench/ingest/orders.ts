import type { Load } from './load.js';

/** What the measuring process asks of the sender. Fixes are numbered, the same for every vehicle. */
export type Order =
  | { readonly kind: 'connect'; readonly port: number; readonly load: Load }
  /** As fast as they are acknowledged, `window` of each vehicle under way at most. */
  | {
      readonly kind: 'flood';
      readonly from: number;
      readonly count: number;
      readonly window: number;
    }
  /** So many a second over all vehicles, whether acknowledged or not. */
  | {
      readonly kind: 'pace';
      readonly from: number;
      readonly count: number;
      readonly perSec: number;
    };

/** Vehicle, number of the fix. */
export type FixName = readonly [vehicle: number, nth: number];

/** What became of an order; times are since 1970. */
export interface Report {
  readonly startedMs: number;
  readonly acknowledged: readonly FixName[];
  /** When each fix of a pace was sent, in the order of sending; empty of a flood. */
  readonly sentMs: readonly number[];
}

/** Milliseconds since 1970 with their fractions: comparable between processes of one machine. */
export const preciseNowMs = (): number => performance.timeOrigin + performance.now();
