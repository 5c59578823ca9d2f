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
export function decodeLocation(body: Uint8Array): Location | null {
  const report = decodeLocationReport(body, 0, body.length);
  return report && { kind: 'location', report };
}

export const encodeLocation = (report: ReportToSend): Uint8Array => encodeLocationReport(report);
