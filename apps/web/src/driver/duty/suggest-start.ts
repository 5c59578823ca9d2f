const MIN_MS = 60_000;
/** How long before his first job a driver is there, minutes: policy `plan.call_in_before_min` ships so. */
const THERE_BEFORE_MIN = 30;
/** A start is said in steps of ten minutes. */
const STEP_MS = 10 * MIN_MS;
/** Nobody says a start that has passed, or one further ahead than this, hours. */
const AHEAD_HOURS = 36;
const USUAL_CLOCK = 'T06:00:00+08:00';

/** The calendar day in China of an instant, `YYYY-MM-DD`. */
const dayOf = (ms: number): string => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 10);

/**
 * When a driver would begin next: half an hour before his next job, on a full ten minutes; at six the
 * next morning when he has none.
 *
 * @param nextJobAt ISO; null: he has none
 */
export function suggestStart(nextJobAt: string | null, now: Date): Date {
  const jobMs = nextJobAt === null ? null : Date.parse(nextJobAt);
  const aheadMs = now.getTime() + AHEAD_HOURS * 60 * MIN_MS;
  if (jobMs !== null && jobMs > now.getTime() && jobMs < aheadMs) {
    return new Date(Math.floor((jobMs - THERE_BEFORE_MIN * MIN_MS) / STEP_MS) * STEP_MS);
  }
  const todayMs = Date.parse(dayOf(now.getTime()) + USUAL_CLOCK);
  return new Date(todayMs > now.getTime() ? todayMs : todayMs + 24 * 60 * MIN_MS);
}

/** A start some minutes earlier or later, never before now and never too far ahead. */
export function moveStart(startsAt: Date, byMin: number, now: Date): Date {
  const moved = startsAt.getTime() + byMin * MIN_MS;
  const isSayable = moved >= now.getTime() && moved <= now.getTime() + AHEAD_HOURS * 60 * MIN_MS;
  return isSayable ? new Date(moved) : startsAt;
}
