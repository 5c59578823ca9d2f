import type { Load } from './load.js';

/** What the measuring process asks of the sender. Fixes are numbered, the same for every vehicle. */
export type Order =
  | { readonly kind: 'connect'; readonly port: number; readonly load: Load }
  /** Makes the frames of `count` fixes of each vehicle, which are sent next. */
  | { readonly kind: 'prepare'; readonly from: number; readonly count: number }
  /** As fast as they are acknowledged, `window` of each vehicle under way at most. */
  | {
      readonly kind: 'flood';
      readonly from: number;
      readonly count: number;
      readonly window: number;
    }
  /** So many a second over all vehicles, whether acknowledged or not; a vehicle sends `together` at once. */
  | {
      readonly kind: 'pace';
      readonly from: number;
      readonly count: number;
      readonly perSec: number;
      readonly together: number;
    };

/** What became of an order; times are since 1970. */
export interface Report {
  readonly startedMs: number;
  /** How many of its fixes each vehicle has acknowledged: the first ones, in the order sent. */
  readonly acknowledged: readonly number[];
  /** When the fixes of a pace were sent that went together, in the order of sending; empty of a flood. */
  readonly sentMs: readonly number[];
}

/** Milliseconds since 1970 with their fractions: comparable between processes of one machine. */
export const preciseNowMs = (): number => performance.timeOrigin + performance.now();
