import type { CityQuery } from '@tongyun/contracts';

const MS_PER_DAY = 86_400_000;

/** The day so many days before one, `YYYY-MM-DD`. */
export const daysBefore = (on: string, days: number): string =>
  new Date(Date.parse(`${on}T00:00:00Z`) - days * MS_PER_DAY).toISOString().slice(0, 10);

/** How many days a period has, both ends counted. */
export const lengthOf = ({ from, to }: Pick<CityQuery, 'from' | 'to'>): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / MS_PER_DAY) + 1;

export const isPeriod = ({ from, to }: Pick<CityQuery, 'from' | 'to'>): boolean =>
  from !== '' && to !== '' && lengthOf({ from, to }) >= 1;
