import { DomainError } from '@tongyun/kernel';
import type { StageOutcome } from './rules/advance-trip.js';

/** A tap on a phone, perhaps kept there while it had no signal. */
export interface Tap {
  /** The phone's own: tapped once, taken once. */
  readonly id: string;
  readonly claimedAt: Date;
}

/** What became of a tap. */
export interface TapResult {
  readonly id: string;
  readonly outcome: StageOutcome;
  readonly reason: string | null;
}

type TapOutcome = Omit<TapResult, 'id'>;

interface HowToTake<Taken extends Tap> {
  /** In a transaction of its own: one bad tap loses no other. */
  record(tap: Taken): Promise<TapOutcome>;
  /** The refusal that says the tap is about nothing of the tapper's. */
  readonly notHis: string;
  /** Keeps such a tap for a person to settle, with this reason. */
  readonly reason: string;
  keep(tap: Taken, reason: string): Promise<unknown>;
}

/** Takes taps one after another in the order of tapping. */
export async function takeTaps<Taken extends Tap>(
  taps: readonly Taken[],
  how: HowToTake<Taken>,
): Promise<TapResult[]> {
  const results: TapResult[] = [];
  for (const tap of taps.toSorted((one, other) => +one.claimedAt - +other.claimedAt)) {
    const { outcome, reason } = await takeOne(tap, how);
    results.push({ id: tap.id, outcome, reason });
  }
  return results;
}

async function takeOne<Taken extends Tap>(
  tap: Taken,
  { record, notHis, reason, keep }: HowToTake<Taken>,
): Promise<TapOutcome> {
  try {
    return await record(tap);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== notHis) throw error;
    await keep(tap, reason);
    return { outcome: 'to_settle', reason };
  }
}
