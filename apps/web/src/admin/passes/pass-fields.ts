import type { IssuePassRequest } from '@tongyun/contracts';
import { endOfDay, minuteOf, startOfDay } from '../lists/calendar.js';

/** A new pass as its form holds it: days and clock times as people write them. */
export interface PassFields {
  readonly vehicleId: string;
  readonly zoneIds: string[];
  readonly isAllDay: boolean;
  readonly fromClock?: string;
  readonly toClock?: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly reason: string;
}

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

/** The request for it; the last day counts whole. */
export const toIssueRequest = (fields: PassFields): IssuePassRequest => ({
  vehicleId: fields.vehicleId,
  zoneIds: fields.zoneIds,
  roads: [],
  hours: fields.isAllDay
    ? []
    : [
        {
          weekdays: EVERY_DAY,
          fromMin: minuteOf(fields.fromClock ?? '00:00'),
          toMin: minuteOf(fields.toClock ?? '24:00'),
        },
      ],
  validFrom: startOfDay(fields.firstDay),
  validTo: endOfDay(fields.lastDay),
  reason: fields.reason.trim(),
});
