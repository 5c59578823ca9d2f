import type {
  Crs,
  DrawZoneRequest,
  PlateColor,
  VehicleKind,
  ZoneKind,
  ZoneView,
} from '@tongyun/contracts';
import { minuteOf } from '../lists/calendar.js';
import { fromLocalInput, toLocalInput } from '../../i18n/time.js';
import type { DrawnShape } from './read-shape.js';

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

/** A zone as its form holds it; the shape comes from a file. */
export interface ZoneFields {
  readonly name: string;
  readonly kind: ZoneKind;
  readonly crs: Crs;
  readonly binds: VehicleKind[];
  readonly plateColors: PlateColor[];
  readonly barredEmissionClasses: string[];
  readonly speedLimitKph: number | null;
  readonly isAllDay: boolean;
  readonly fromClock?: string;
  readonly toClock?: string;
  /** `YYYY-MM-DDTHH:MM`, local. */
  readonly effectiveFrom: string;
  readonly reason: string;
}

/** What the form begins with: an empty zone, or the one in force. */
export function fieldsOf(zone: ZoneView | null, now: Date): Partial<ZoneFields> {
  const begin = { effectiveFrom: toLocalInput(now), crs: 'wgs84' } as const;
  if (zone === null) {
    return {
      ...begin,
      crs: 'gcj02',
      kind: 'built_up',
      binds: ['mixer', 'boom_pump', 'line_pump'],
      plateColors: [],
      barredEmissionClasses: [],
      isAllDay: true,
    };
  }
  const { name, kind, binds, plateColors, barredEmissionClasses, speedLimitKph, hours } = zone;
  const same = { name, kind, binds, plateColors, barredEmissionClasses, speedLimitKph };
  return { ...begin, ...same, isAllDay: hours.length === 0 };
}

/**
 * The request for it.
 *
 * @param zone the one that it changes; its hours are kept unless others are stated
 */
export function toDrawRequest(
  fields: ZoneFields,
  shape: DrawnShape,
  zone: ZoneView | null,
): DrawZoneRequest {
  const { isAllDay, fromClock, toClock, effectiveFrom, speedLimitKph, ...same } = fields;
  const stated =
    fromClock !== undefined && toClock !== undefined
      ? [{ weekdays: EVERY_DAY, fromMin: minuteOf(fromClock), toMin: minuteOf(toClock) }]
      : (zone?.hours ?? []);
  return {
    ...same,
    area: shape.area,
    exemptRoads: [...shape.exemptRoads],
    speedLimitKph: speedLimitKph ?? null,
    hours: isAllDay ? [] : stated,
    effectiveFrom: fromLocalInput(effectiveFrom),
  };
}
