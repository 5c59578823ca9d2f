import {
  decodeLocationReport,
  encodeLocationReport,
  type LocationReport,
  type ReportToSend,
} from './location-report.js';

/** 0x0200: where the vehicle is (8.12). */
export interface Location {
  readonly kind: 'location';
  readonly report: LocationReport;
}

/** Reads a position report; null when the 28 bytes of the position are not there. */
export function decodeLocation(bytes: Uint8Array, from = 0, to = bytes.length): Location | null {
  const report = decodeLocationReport(bytes, from, to);
  return report && { kind: 'location', report };
}

export const encodeLocation = (report: ReportToSend): Uint8Array => encodeLocationReport(report);
