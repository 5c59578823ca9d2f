const MS_PER_MINUTE = 60_000;
const MS_PER_SECOND = 1_000;

/** Signed minutes from `start` to `end`; fractions are kept. */
export const minutesBetween = (start: Date, end: Date): number =>
  (end.getTime() - start.getTime()) / MS_PER_MINUTE;

/** Signed seconds from `start` to `end`; fractions are kept. */
export const secondsBetween = (start: Date, end: Date): number =>
  (end.getTime() - start.getTime()) / MS_PER_SECOND;

/** The instant `minutes` after `at`; negative goes back. */
export const addMinutes = (at: Date, minutes: number): Date =>
  new Date(at.getTime() + minutes * MS_PER_MINUTE);

/** The instant `seconds` after `at`; negative goes back. */
export const addSeconds = (at: Date, seconds: number): Date =>
  new Date(at.getTime() + seconds * MS_PER_SECOND);

/** Half-open span of time: `from` is inside, `to` is not. */
export interface Interval {
  readonly from: Date;
  readonly to: Date;
}
