import {
  type AdditionalItems,
  isLocated,
  isShifted,
  type LocationReport,
  toHex,
} from '@tongyun/jt808';
import type { TerminalId, VehicleId } from '@tongyun/kernel';
import type { IncomingFix } from '@tongyun/tracking';

export interface Reporter {
  readonly terminalId: TerminalId;
  readonly vehicleId: VehicleId;
}

/**
 * A terminal's report as it is stored: values as sent, the datum named.
 *
 * Degrees that status bit 5 calls shifted are GCJ-02 (JT/T 808-2019, table 24). 0°, 0° is what
 * devices send before their first fix, so it counts as not located whatever bit 1 says.
 */
export function toIncomingFix(
  report: LocationReport & { readonly at: Date },
  { terminalId, vehicleId }: Reporter,
  receivedAt: Date,
): IncomingFix {
  const isZero = report.latE6 === 0 && report.lngE6 === 0;
  return {
    vehicleId,
    terminalId,
    at: report.at,
    receivedAt,
    source: 'terminal',
    driverId: null,
    clientId: null,
    crs: isShifted(report.statusBits) ? 'gcj02' : 'wgs84',
    lngSent: report.lngE6 / 1e6,
    latSent: report.latE6 / 1e6,
    accuracyM: null,
    altitudeM: report.altitudeM,
    speedKph: report.speedKph,
    headingDeg: report.headingDeg,
    mileageKm: report.items.known.mileageKm ?? null,
    alarmBits: report.alarmBits,
    statusBits: report.statusBits,
    isLocated: isLocated(report.statusBits) && !isZero,
    extras: toExtras(report.items),
  };
}

/** What is worth keeping beside the columns; private items stay hexadecimal, by their id. */
function toExtras({ known, raw, rest }: AdditionalItems): object | null {
  const { mileageKm: _column, tyrePressures, ...named } = known;
  const extras = {
    ...named,
    ...(tyrePressures && { tyrePressures: toHex(tyrePressures) }),
    ...(raw.length > 0 && {
      raw: Object.fromEntries(raw.map(({ id, value }) => [toHex(Uint8Array.of(id)), toHex(value)])),
    }),
    ...(rest && { rest: toHex(rest) }),
  };
  return Object.keys(extras).length > 0 ? extras : null;
}
