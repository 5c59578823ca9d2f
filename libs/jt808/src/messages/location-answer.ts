import { joinBytes, readWord, toWord } from '../bytes.js';
import {
  decodeLocationReport,
  encodeLocationReport,
  type LocationReport,
  type ReportToSend,
} from './location-report.js';

/** 0x0201: where the vehicle is, because the platform asked (8.22). */
export interface LocationAnswer {
  readonly kind: 'location_answer';
  readonly answeredSequence: number;
  readonly report: LocationReport;
}

const FIXED_BYTES = 2;

/** Reads a position that was asked for; null when the sequence and the 28 bytes are not there. */
export function decodeLocationAnswer(body: Uint8Array): LocationAnswer | null {
  const report = decodeLocationReport(body, FIXED_BYTES, body.length);
  return report && { kind: 'location_answer', answeredSequence: readWord(body, 0), report };
}

/** The body of a position that was asked for. */
export const encodeLocationAnswer = (answeredSequence: number, report: ReportToSend): Uint8Array =>
  joinBytes(toWord(answeredSequence), encodeLocationReport(report));
