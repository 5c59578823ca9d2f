/** Planned cubic metres by year, as a policy value holds them. */
export type PlanByYear = Readonly<Record<string, number>>;

const MS_PER_DAY = 86_400_000;
const midnight = (on: string): number => Date.parse(`${on}T00:00:00Z`);

/** Calendar days from the first to the last, both counted; 0 or less when they are swapped. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((midnight(to) - midnight(from)) / MS_PER_DAY) + 1;

/**
 * The part of the yearly plan that falls on some days, spread evenly over each year.
 *
 * @param from first calendar day, `YYYY-MM-DD`; `to` the last, not before it
 * @returns cubic metres; null when a year that is touched has no plan
 */
export function planForPeriod(plan: PlanByYear, from: string, to: string): number | null {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  let m3 = 0;
  for (let year = first; year <= last; year += 1) {
    const ofYear = plan[String(year)];
    if (ofYear === undefined) return null;
    const [start, end] = [`${year}-01-01`, `${year}-12-31`];
    const days = daysBetween(from > start ? from : start, to < end ? to : end);
    m3 += (ofYear * days) / daysBetween(start, end);
  }
  return m3;
}
