import {
  type Crs,
  type DrawZoneRequest,
  type EmissionClass,
  emissionClass,
  type PlateColor,
  type VehicleKind,
  type ZoneKind,
  type ZonePlates,
  type ZoneView,
} from '@tongyun/contracts';
import { formatMinute, minuteOf } from '../../i18n/hours.js';
import { fromLocalInput, toLocalInput } from '../../i18n/time.js';
import type { DrawnShape } from '../shapes/read-shape.js';

/** What the form holds for a zone that binds every plate. */
const EVERY_PLATE: ZonePlates = { listed: [], isExcept: false, lastFigures: [] };
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

/** A zone as its form holds it; the shape comes from a file. */
export interface ZoneFields {
  readonly name: string;
  readonly kind: ZoneKind;
  /** Of the file. */
  readonly crs: Crs;
  readonly binds: VehicleKind[];
  readonly plateColors: PlateColor[];
  readonly plates: ZonePlates;
  readonly barredEmissionClasses: EmissionClass[];
  readonly speedLimitKph: number | null;
  readonly isAllDay: boolean;
  readonly fromClock: string;
  readonly toClock: string;
  /** `YYYY-MM-DDTHH:MM`, local. */
  readonly effectiveFrom: string;
  readonly isRetired?: boolean;
  readonly reason: string;
}

/** What the form begins with: an empty zone, or the one in force. */
export function fieldsOf(zone: ZoneView | null, now: Date): Partial<ZoneFields> {
  const begin = { effectiveFrom: toLocalInput(now), fromClock: '07:00', toClock: '19:00' };
  if (zone === null) {
    return {
      ...begin,
      kind: 'built_up',
      binds: ['mixer', 'boom_pump', 'line_pump'],
      plateColors: [],
      plates: EVERY_PLATE,
      barredEmissionClasses: [],
      isAllDay: true,
    };
  }
  const { name, kind, binds, plateColors, speedLimitKph, hours } = zone;
  const barredEmissionClasses = zone.barredEmissionClasses.flatMap(
    (barred) => emissionClass.safeParse(barred).data ?? [],
  );
  const plates = zone.plates ?? EVERY_PLATE;
  const same = { name, kind, binds, plateColors, plates, barredEmissionClasses, speedLimitKph };
  const [span] = hours;
  const clocks = span && {
    fromClock: formatMinute(span.fromMin),
    toClock: formatMinute(span.toMin),
  };
  return { ...begin, ...same, ...clocks, isAllDay: hours.length === 0 };
}

/** Whether a form of one span for every day can say these hours. */
export const isPlainHours = (hours: ZoneView['hours']): boolean =>
  hours.length === 0 ||
  (hours.length === 1 &&
    hours.every(
      ({ weekdays, days = 'any' }) => weekdays.length === EVERY_DAY.length && days === 'any',
    ));

/**
 * The request for it.
 *
 * @param zone the one that it changes: its own shape is WGS-84 whatever system is stated, and hours
 *   that the form cannot say stay
 */
export function toDrawRequest(
  fields: ZoneFields,
  shape: DrawnShape,
  zone: ZoneView | null,
): DrawZoneRequest {
  const { isAllDay, fromClock, toClock, effectiveFrom, speedLimitKph, crs, plates, ...same } =
    fields;
  const stated = isAllDay
    ? []
    : [{ weekdays: EVERY_DAY, fromMin: minuteOf(fromClock), toMin: minuteOf(toClock) }];
  return {
    ...same,
    crs: shape === zone ? 'wgs84' : crs,
    area: shape.area,
    exemptRoads: [...shape.exemptRoads],
    plates: statedPlates(plates),
    speedLimitKph: speedLimitKph ?? null,
    hours: zone !== null && !isPlainHours(zone.hours) ? zone.hours : stated,
    effectiveFrom: fromLocalInput(effectiveFrom),
  };
}

/** Null where nothing tells plates apart: all but none is every plate too. */
function statedPlates({ listed, isExcept, lastFigures }: ZonePlates): ZonePlates | null {
  if (listed.length === 0 && lastFigures.length === 0) return null;
  return { listed, isExcept: isExcept && listed.length > 0, lastFigures };
}
