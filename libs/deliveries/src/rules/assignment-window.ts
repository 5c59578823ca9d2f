import { addMinutes, type Interval, minutesBetween } from '@tongyun/kernel';

/** Policy `trip.*` and `pump.*` in force, minutes. */
export interface JobTimes {
  readonly loadingMin: number;
  /** From arrival to the first concrete out of the drum. */
  readonly setupMin: number;
  readonly dischargeMinPerM3: number;
  readonly pumpSetupMin: number;
  readonly pumpTeardownMin: number;
}

export type JobDemand =
  | { readonly kind: 'load'; readonly plannedM3: number; readonly dueAt: Date }
  | { readonly kind: 'pump'; readonly readyByAt: Date; readonly untilAt: Date };

/** What a vehicle would be held for, and what comes of it. */
export interface AssignmentWindow {
  /** Leaves the plant. */
  readonly startsAt: Date;
  readonly arrivesAt: Date;
  /** End of discharge, or of taking the pump down. */
  readonly endsAt: Date;
  /** Predicted return to the plant, by the same travel time. */
  readonly returnsAt: Date;
  /** Minutes after the demanded time; 0 when in time. */
  readonly lateMin: number;
}

/** A window that a vehicle or driver already holds. */
export interface HeldWindow {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly returnsAt: Date;
}

const later = (one: Date, other: Date): Date => (one > other ? one : other);

/** Minutes at the site from arrival to being free to go. */
export const computeMinutesOnSite = (job: JobDemand, times: JobTimes): number =>
  job.kind === 'load'
    ? times.setupMin + job.plannedM3 * times.dischargeMinPerM3
    : times.pumpSetupMin + minutesBetween(job.readyByAt, job.untilAt) + times.pumpTeardownMin;

/**
 * Computes the window of a job: leave plant → end of discharge, as late as the site's wish
 * allows and never before the vehicle could be ready.
 *
 * @param travelMin minutes from plant to site, at least 0; people plan in whole ones, rounded up
 * @param now a load cannot leave sooner than it can be filled; a pump leaves at once
 */
export function computeWindow(
  job: JobDemand,
  travelMin: number,
  times: JobTimes,
  now: Date,
): AssignmentWindow {
  const isLoad = job.kind === 'load';
  const wantedAt = isLoad ? job.dueAt : addMinutes(job.readyByAt, -times.pumpSetupMin);
  const readyAt = isLoad ? addMinutes(now, times.loadingMin) : now;
  const wayMin = Math.ceil(travelMin);
  const startsAt = later(addMinutes(wantedAt, -wayMin), readyAt);
  const arrivesAt = addMinutes(startsAt, wayMin);
  const endsAt = isLoad
    ? addMinutes(arrivesAt, computeMinutesOnSite(job, times))
    : addMinutes(
        later(job.untilAt, addMinutes(arrivesAt, times.pumpSetupMin)),
        times.pumpTeardownMin,
      );
  return {
    startsAt,
    arrivesAt,
    endsAt,
    returnsAt: addMinutes(endsAt, wayMin),
    lateMin: Math.max(0, minutesBetween(wantedAt, arrivesAt)),
  };
}

/**
 * Predicts when a vehicle that holds a window is back: what the window has beyond the time on
 * site was the way there, and the way back takes as long.
 */
export const predictReturn = (held: Omit<HeldWindow, 'returnsAt'>, minutesOnSite: number): Date =>
  addMinutes(held.endsAt, Math.max(0, minutesBetween(held.startsAt, held.endsAt) - minutesOnSite));

export type WindowClash = 'assignment_overlaps' | 'before_predicted_return';

/**
 * Finds what stands between a new window and those already held. Only an overlap of the windows
 * themselves is refused (by the database); an expected return that comes too late is a warning.
 *
 * @param loadingMin minutes a vehicle needs at the plant before it leaves again
 */
export function findClash(
  window: HeldWindow,
  held: readonly HeldWindow[],
  loadingMin: number,
): WindowClash | null {
  const overlaps = held.some(
    (other) => other.startsAt < window.endsAt && window.startsAt < other.endsAt,
  );
  if (overlaps) return 'assignment_overlaps';

  const isTooEarly = (first: HeldWindow, second: HeldWindow) =>
    first.startsAt < second.startsAt && addMinutes(first.returnsAt, loadingMin) > second.startsAt;
  const isTight = held.some((other) => isTooEarly(other, window) || isTooEarly(window, other));
  return isTight ? 'before_predicted_return' : null;
}

/** Minutes before and after its time on site that a vehicle is taken to be in the site's zones. */
const APPROACH_MIN = 10;

/**
 * Estimates how long a vehicle stays in the zones that cover the site.
 *
 * The way itself is not known yet, so the time in the zone before and after the site is a guess of
 * ten minutes each way, cut to the travel time; zones passed through elsewhere are not seen.
 */
export function estimateSiteStay(window: AssignmentWindow): Interval {
  const travelMin = minutesBetween(window.startsAt, window.arrivesAt);
  const approachMin = Math.min(APPROACH_MIN, travelMin);
  return {
    from: addMinutes(window.arrivesAt, -approachMin),
    to: addMinutes(window.endsAt, approachMin),
  };
}
