import { isLocated } from './status-bits.js';
import type { LocationReport } from './messages/location-report.js';

/**
 * Why a report, right as structure, is no position to rely on.
 *
 * - `no_time`: the clock shows what no calendar has
 * - `out_of_range`: no such latitude or longitude (often the two are swapped)
 * - `zero`: 0°, 0°: what devices send before their first fix
 * - `not_located`: status bit 1 is off; the degrees are a memory
 * - `old_clock`, `future_clock`: the time is far from the time of receipt
 */
export type LocationFault =
  'no_time' | 'out_of_range' | 'zero' | 'not_located' | 'old_clock' | 'future_clock';

/** A clock that never met a satellite counts from 2000 or 1970; nobody uploads after a year. */
const OLDEST_MS = 365 * 24 * 3_600_000;
/** Beyond a day no slow clock or wrong zone explains a time to come. */
const FURTHEST_MS = 24 * 3_600_000;

const MAX_LAT_E6 = 90_000_000;
const MAX_LNG_E6 = 180_000_000;

/** Finds the gravest fault of a report received at `receivedAt`; null when there is none. */
export function findLocationFault(report: LocationReport, receivedAt: Date): LocationFault | null {
  if (report.at === null) return 'no_time';
  if (Math.abs(report.latE6) > MAX_LAT_E6 || Math.abs(report.lngE6) > MAX_LNG_E6) {
    return 'out_of_range';
  }
  if (report.latE6 === 0 && report.lngE6 === 0) return 'zero';
  if (!isLocated(report.statusBits)) return 'not_located';

  const ageMs = receivedAt.getTime() - report.at.getTime();
  if (ageMs > OLDEST_MS) return 'old_clock';
  if (ageMs < -FURTHEST_MS) return 'future_clock';
  return null;
}
