import type { SetSiteAccessRequest } from '@tongyun/contracts';
import { groupBy } from '@tongyun/kernel';
import { formatMinute, minuteOf } from '../../../i18n/hours.js';

export const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

/** What the form holds: clocks as `<input type="time">` writes them. */
export interface AccessFields {
  readonly hours: readonly {
    readonly weekdays: number[];
    readonly from: string;
    readonly to: string;
  }[];
  /** One row a span; a row without clocks closes its day. */
  readonly days: readonly {
    readonly on: string;
    readonly from?: string | undefined;
    readonly to?: string | undefined;
  }[];
}

/** A day ends at 24:00, which no clock shows. */
const endMinuteOf = (clock: string): number => (clock === '00:00' ? 1_440 : minuteOf(clock));
const endClockOf = (minute: number): string => formatMinute(minute % 1_440);

export function toAccess({ hours, days }: AccessFields): SetSiteAccessRequest {
  const byDay = groupBy(days, ({ on }) => on);
  return {
    accessHours: hours.map(({ weekdays, from, to }) => ({
      weekdays,
      fromMin: minuteOf(from),
      toMin: endMinuteOf(to),
    })),
    accessExceptions: [...byDay].map(([on, rows]) => ({
      on,
      spans: rows.flatMap(({ from, to }) =>
        from && to ? [{ fromMin: minuteOf(from), toMin: endMinuteOf(to) }] : [],
      ),
    })),
  };
}

export const toFields = ({
  accessHours,
  accessExceptions,
}: SetSiteAccessRequest): AccessFields => ({
  hours: accessHours.map(({ weekdays, fromMin, toMin }) => ({
    weekdays,
    from: formatMinute(fromMin),
    to: endClockOf(toMin),
  })),
  days: accessExceptions.flatMap(({ on, spans }) =>
    spans.length === 0
      ? [{ on }]
      : spans.map(({ fromMin, toMin }) => {
          return { on, from: formatMinute(fromMin), to: endClockOf(toMin) };
        }),
  ),
});
