import type { DrawnRoutes, IssuePassRequest } from '@tongyun/contracts';
import { minuteOf } from '../../i18n/hours.js';
import { endOfDay, startOfDay } from '../lists/calendar.js';
import type { DrawnRoads } from './read-routes.js';

/** Where and when a pass is to hold, as a form has it: clock times and roads as people write them. */
export interface TermFields {
  readonly zoneIds: string[];
  /** Names apart by commas. */
  readonly roads?: string;
  /** The only roads on which it is to hold, in the coordinate system `crs`. */
  readonly drawnRoads?: DrawnRoads;
  readonly crs?: DrawnRoutes['crs'];
  readonly isAllDay: boolean;
  readonly fromClock?: string;
  readonly toClock?: string;
}

/** A new pass as its form holds it. */
export interface PassFields extends TermFields {
  readonly vehicleId: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly reason: string;
}

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

/** What is asked of zones, roads, routes and hours. */
export const toTerms = (
  fields: TermFields,
): Pick<IssuePassRequest, 'zoneIds' | 'roads' | 'routes' | 'hours'> => ({
  zoneIds: fields.zoneIds,
  roads: (fields.roads ?? '')
    .split(/[、，,；;]/)
    .map((road) => road.trim())
    .filter((road) => road !== ''),
  ...(fields.drawnRoads && fields.crs && { routes: { crs: fields.crs, roads: fields.drawnRoads } }),
  hours: fields.isAllDay
    ? []
    : [
        {
          weekdays: EVERY_DAY,
          fromMin: minuteOf(fields.fromClock ?? '00:00'),
          toMin: minuteOf(fields.toClock ?? '24:00'),
        },
      ],
});

/** The request for it; the last day counts whole. */
export const toIssueRequest = (fields: PassFields): IssuePassRequest => ({
  ...toTerms(fields),
  vehicleId: fields.vehicleId,
  validFrom: startOfDay(fields.firstDay),
  validTo: endOfDay(fields.lastDay),
  reason: fields.reason.trim(),
});
