import {
  type AdditionalItems,
  DRUM_ITEM_ID,
  findDrumReading,
  invertDrum,
  isLocated,
  isShifted,
  type LocationFault,
  type LocationReport,
  toHex,
} from '@tongyun/jt808';
import type { TerminalId, VehicleId } from '@tongyun/kernel';
import type { IncomingFix } from '@tongyun/tracking';

export interface Reporter {
  readonly terminalId: TerminalId;
  readonly vehicleId: VehicleId;
  /** Its drum sensor calls turning forwards reverse. */
  readonly isDrumInverted: boolean;
}

/** Faults that leave a report no time or no place of its own; every other one is the judge's to find. */
const UNPLACED: ReadonlySet<LocationFault | null> = new Set(['no_time', 'out_of_range']);

/**
 * A terminal's report as it is stored: values as sent, the datum named.
 *
 * Degrees that status bit 5 calls shifted are GCJ-02 (JT/T 808-2019, table 24). 0°, 0° is what
 * devices send before their first fix, so it counts as not located whatever bit 1 says. Without a time
 * that its clock can mean it is of when it was received, and without a place; degrees that are none on earth
 * are kept as sent among the extras, 0 and 0 where a place would be. Its alarms are heard like anybody's.
 *
 * @param fault what `findLocationFault` says of it
 */
export function toIncomingFix(
  report: LocationReport,
  { terminalId, vehicleId, isDrumInverted }: Reporter,
  receivedAt: Date,
  fault: LocationFault | null,
): IncomingFix {
  const isZero = report.latE6 === 0 && report.lngE6 === 0;
  const isOnEarth = fault !== 'out_of_range';
  const extras = toExtras(report.items, isDrumInverted);
  return {
    vehicleId,
    terminalId,
    at: report.at ?? receivedAt,
    receivedAt,
    source: 'terminal',
    driverId: null,
    clientId: null,
    crs: isShifted(report.statusBits) ? 'gcj02' : 'wgs84',
    lngSent: isOnEarth ? report.lngE6 / 1e6 : 0,
    latSent: isOnEarth ? report.latE6 / 1e6 : 0,
    accuracyM: null,
    altitudeM: report.altitudeM,
    speedKph: report.speedKph,
    headingDeg: report.headingDeg,
    mileageKm: report.items.known.mileageKm ?? null,
    alarmBits: report.alarmBits,
    statusBits: report.statusBits,
    isLocated: isLocated(report.statusBits) && !isZero && !UNPLACED.has(fault),
    extras: UNPLACED.has(fault) ? { ...extras, ...oddityOf(report, fault) } : extras,
  };
}

const oddityOf = ({ latE6, lngE6 }: LocationReport, fault: LocationFault | null): object =>
  fault === 'out_of_range' ? { fault, latE6, lngE6 } : { fault };

/** What is worth keeping beside the columns. */
const toExtras = (items: AdditionalItems, isInverted: boolean): object | null =>
  items.raw.length === 0 && items.rest === null && items.known.tyrePressures === undefined
    ? namedOf(items.known)
    : oddExtras(items, isInverted);

/** As nearly always; by hand, for taking an object apart and together again costs several times as much. */
function namedOf(known: AdditionalItems['known']): object | null {
  const named: Record<string, unknown> = {};
  let isEmpty = true;
  for (const name in known) {
    if (name === 'mileageKm') continue;
    named[name] = known[name as keyof AdditionalItems['known']];
    isEmpty = false;
  }
  return isEmpty ? null : named;
}

/** Private items stay hexadecimal, by their id. */
function oddExtras({ known, raw: all, rest }: AdditionalItems, isInverted: boolean): object | null {
  const { mileageKm: _column, tyrePressures, ...named } = known;
  const drum = findDrumReading(all);
  const raw = drum === null ? all : all.filter(({ id }) => id !== DRUM_ITEM_ID);
  const extras = {
    ...named,
    ...(drum && {
      drumState: isInverted ? invertDrum(drum.state) : drum.state,
      drumSent: drum.state,
      ...(drum.speedRpm !== null && { drumSpeedRpm: drum.speedRpm }),
    }),
    ...(tyrePressures && { tyrePressures: toHex(tyrePressures) }),
    ...(raw.length > 0 && {
      raw: Object.fromEntries(raw.map(({ id, value }) => [toHex(Uint8Array.of(id)), toHex(value)])),
    }),
    ...(rest && { rest: toHex(rest) }),
  };
  return Object.keys(extras).length > 0 ? extras : null;
}
