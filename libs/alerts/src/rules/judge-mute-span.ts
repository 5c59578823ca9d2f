import { type Interval, minutesBetween } from '@tongyun/kernel';

/** A mute is for one diversion or emergency, not for good. */
const MOST_HOURS = 72;

export type MuteSpanVerdict =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: 'ALERT_MUTE_SPAN_INVALID'; readonly mostHours: number };

/** Judges whether alerts may be muted over an interval: it has length, is not over, and is short. */
export function judgeMuteSpan({ from, to }: Interval, now: Date): MuteSpanVerdict {
  const lastsMin = minutesBetween(from, to);
  const isSound = lastsMin > 0 && lastsMin <= MOST_HOURS * 60 && to > now;
  return isSound
    ? { ok: true }
    : { ok: false, code: 'ALERT_MUTE_SPAN_INVALID', mostHours: MOST_HOURS };
}
