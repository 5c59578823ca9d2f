import { minutesBetween } from '@tongyun/kernel';

/** What a driver is told to do is of no use to him later than this, in minutes. */
export const STILL_NEWS_MIN = 10;

/** Whether a driver is still to be called about an alert: it goes on, and was told of not long ago. */
export const isStillNews = (
  alert: { readonly endedAt: Date | null },
  toldAt: Date,
  now: Date,
): boolean => alert.endedAt === null && minutesBetween(toldAt, now) <= STILL_NEWS_MIN;
