const OFFSET = '+08:00';
const DAY_MS = 86_400_000;

/** The first instant of a day in Asia/Shanghai, `YYYY-MM-DD`; that zone has no summer time. */
export const startOfDay = (day: string): Date => new Date(`${day}T00:00:00${OFFSET}`);

/** The first instant after a day: the end of what counts on that day still. */
export const endOfDay = (day: string): Date => new Date(startOfDay(day).getTime() + DAY_MS);

/** From today at once, from another day with its beginning. */
export const effectiveFrom = (day: string, today: string, now: Date): Date =>
  day === today ? now : startOfDay(day);

/** The same calendar day so many years later; 29 February becomes 1 March. */
export function yearsLater(day: string, years: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCFullYear(at.getUTCFullYear() + years);
  return at.toISOString().slice(0, 10);
}
