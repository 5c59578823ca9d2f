import { addMinutes } from '@tongyun/kernel';

const MIN_PER_DAY = 1_440;

/** The calendar day that lies so many days ahead, `YYYY-MM-DD`. */
export const inDays = (days: number): string =>
  addMinutes(new Date(), days * MIN_PER_DAY)
    .toISOString()
    .slice(0, 10);
