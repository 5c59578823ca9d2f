import type { DayPlanView } from '@tongyun/contracts';
import { toLocalInput } from '../../i18n/time.js';

const TWO_HOURS_MS = 2 * 3_600_000;

/** Two hours from now; of a day that has not begun, from its first load. For a time input. */
export function defaultUntil({ loads, fromAt }: DayPlanView, now: Date): string {
  const first = loads.reduce(
    (least, { loadFromAt }) => Math.min(least, Date.parse(loadFromAt)),
    Infinity,
  );
  const beginsMs = Number.isFinite(first) ? first : Date.parse(fromAt);
  return toLocalInput(new Date(Math.max(now.getTime(), beginsMs) + TWO_HOURS_MS));
}
