import type { Interval } from '@tongyun/kernel';
import {
  type DailyHours,
  instantOfLocal,
  joined,
  overlapOf,
  spansInHours,
  without,
} from '@tongyun/permission';

/** When a site takes concrete. */
export interface SiteAccess {
  /** Empty: at any time. */
  readonly accessHours: readonly DailyHours[];
  readonly accessExceptions: readonly AccessException[];
}

/** A calendar day, `YYYY-MM-DD`, with hours of its own. */
export interface AccessException {
  readonly on: string;
  /** Minutes since local midnight, `toMin` above `fromMin`; none: closed all day. */
  readonly spans: readonly { readonly fromMin: number; readonly toMin: number }[];
}

const MIN_PER_DAY = 1_440;

/**
 * The parts of a window in which a site takes concrete, joined. On a day with hours of its own
 * nothing else counts, not even what the evening before ran into it.
 */
export function findAccess(
  { accessHours, accessExceptions }: SiteAccess,
  window: Interval,
  timeZone: string,
): Interval[] {
  const usual = spansInHours(accessHours, window, timeZone);
  const spanOf = (on: string, fromMin: number, toMin: number): Interval => ({
    from: instantOfLocal(on, fromMin, timeZone),
    to: instantOfLocal(on, toMin, timeZone),
  });
  const otherDays = accessExceptions.map(({ on }) => spanOf(on, 0, MIN_PER_DAY));
  const theirs = accessExceptions.flatMap(({ on, spans }) =>
    spans.flatMap(({ fromMin, toMin }) => overlapOf(window, spanOf(on, fromMin, toMin)) ?? []),
  );
  return joined([...without(usual, otherDays), ...theirs]);
}

/** Whether a site takes concrete at an instant. */
export const isOpenAt = (site: SiteAccess, at: Date, timeZone: string): boolean =>
  findAccess(site, { from: at, to: new Date(at.getTime() + 1) }, timeZone).length > 0;
