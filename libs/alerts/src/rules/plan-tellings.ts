export type TellingLevel = 'notice' | 'warning' | 'grave';
export type TellingChannel = 'screen' | 'driver_page' | 'terminal' | 'sms' | 'web_push' | 'webhook';
/** What there is to tell: it began, it became graver, it is over. */
export type TellingOccasion = 'opened' | 'escalated' | 'ended';
/** Why somebody who would have been told was not. */
export type HeldBecause = 'quiet_time' | 'quiet_hours' | 'late' | 'muted' | 'same_cause';

export interface TellingPolicy {
  readonly tell: Readonly<Partial<Record<TellingChannel, TellingLevel>>>;
  readonly quietMin: number;
  readonly quietHours: { readonly from: string; readonly to: string } | null;
}

/** What the plan of tellings reads of an alert. */
export interface ToldAlert {
  readonly level: TellingLevel;
  readonly isLate: boolean;
  readonly isMuted: boolean;
  readonly occasion: TellingOccasion;
}

/** Somebody who can be reached in some way. */
export interface Reachable {
  readonly channel: TellingChannel;
  /** Stable name of whoever is told. */
  readonly recipient: string;
  /** Minutes since he was last told of this vehicle and code; null: never. */
  readonly lastToldMinAgo: number | null;
  /** Whether he was told, as gravely, what the same thing made of another vehicle, and not of this alert. */
  readonly knowsCause: boolean;
}

export interface PlannedTelling {
  readonly channel: TellingChannel;
  readonly recipient: string;
  /** Null: he is told. */
  readonly heldBecause: HeldBecause | null;
}

/** Which of two levels is the graver. */
export const LEVEL_RANK: Readonly<Record<TellingLevel, number>> = {
  notice: 0,
  warning: 1,
  grave: 2,
};
const TO_THE_DRIVER: readonly TellingChannel[] = ['driver_page', 'terminal', 'sms', 'web_push'];
/** The end is told where a record is kept; nobody is called out for it. */
const OF_THE_END: readonly TellingChannel[] = ['webhook'];
/** A system is called once for what one thing made of many vehicles, and can ask for the others. */
const ONCE_A_CAUSE: readonly TellingChannel[] = ['webhook'];

/**
 * Plans who is told of an alert, and who would be but for a mute, quiet time, its lateness or another
 * alert of the same cause; each stays visible.
 *
 * Desks and webhooks always hear: a mute or quiet time keeps the noise from the road, not the fact
 * from the record. Of what one cause made a webhook hears once, and again where it is graver. What
 * becomes graver is told whatever was told before.
 *
 * @param localMinute minutes since local midnight, [0, 1440)
 */
export function planTellings(
  alert: ToldAlert,
  policy: TellingPolicy,
  reachable: readonly Reachable[],
  localMinute: number,
): PlannedTelling[] {
  return reachable.flatMap(({ channel, recipient, lastToldMinAgo, knowsCause }) => {
    const least = policy.tell[channel];
    if (least === undefined || LEVEL_RANK[alert.level] < LEVEL_RANK[least]) return [];
    if (alert.occasion === 'ended' && !OF_THE_END.includes(channel)) return [];
    const heldBecause = TO_THE_DRIVER.includes(channel)
      ? findHold(alert, policy, lastToldMinAgo, localMinute)
      : findRepeat(channel, knowsCause);
    return [{ channel, recipient, heldBecause }];
  });
}

const findRepeat = (channel: TellingChannel, knowsCause: boolean): HeldBecause | null =>
  knowsCause && ONCE_A_CAUSE.includes(channel) ? 'same_cause' : null;

function findHold(
  { level, isLate, isMuted, occasion }: ToldAlert,
  { quietMin, quietHours }: TellingPolicy,
  lastToldMinAgo: number | null,
  localMinute: number,
): HeldBecause | null {
  if (isMuted) return 'muted';
  if (isLate) return 'late';
  const isRecent = lastToldMinAgo !== null && lastToldMinAgo < quietMin;
  if (isRecent && occasion !== 'escalated') return 'quiet_time';
  if (quietHours && level !== 'grave' && isWithin(quietHours, localMinute)) return 'quiet_hours';
  return null;
}

/** Whether a local minute lies in `from` … `to`, which may go over midnight; equal is all day. */
function isWithin({ from, to }: { from: string; to: string }, minute: number): boolean {
  const [start, end] = [minuteOf(from), minuteOf(to)];
  if (start < end) return minute >= start && minute < end;
  return minute >= start || minute < end;
}

const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
