import type { PumpStage, TripStage } from '@tongyun/contracts';

/** A second tap within this time is a glove that touched twice. */
export const GUARD_SEC = 10;

export type StageButton =
  | { readonly state: 'ready'; readonly mustConfirm: boolean }
  | { readonly state: 'guarded'; readonly leftSec: number };

/** Leaving the plant fixes load and destination, and leaving the site frees a pump: these ask again. */
const CONFIRMED_STAGES: readonly (TripStage | PumpStage)[] = ['en_route', 'left'];

/**
 * Judges whether the next stage may be tapped now.
 *
 * @param lastTapAt phone time of the tap before; null when there was none
 * @returns `leftSec` in whole seconds, [1, GUARD_SEC]; a clock that was set back guards nothing
 */
export function judgeStageButton(
  nextStage: TripStage | PumpStage,
  lastTapAt: Date | null,
  now: Date,
): StageButton {
  const sinceSec = lastTapAt === null ? GUARD_SEC : (now.getTime() - lastTapAt.getTime()) / 1_000;
  if (sinceSec >= 0 && sinceSec < GUARD_SEC) {
    return { state: 'guarded', leftSec: Math.ceil(GUARD_SEC - sinceSec) };
  }
  return { state: 'ready', mustConfirm: CONFIRMED_STAGES.includes(nextStage) };
}
