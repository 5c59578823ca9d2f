import { decodeBcdTime, encodeBcdTime } from '../bcd-time.js';
import { joinBytes, readDword, readWord, writeDword, writeWord } from '../bytes.js';
import { STATUS } from '../status-bits.js';
import {
  type AdditionalItems,
  decodeAdditionalItems,
  encodeAdditionalItems,
  type ItemsToSend,
} from './additional-items.js';

/** One position as a terminal reports it (JT/T 808-2019, table 23). */
export interface LocationReport {
  /** Bits of table 25, unsigned. */
  readonly alarmBits: number;
  /** Bits of table 24, unsigned; see STATUS. */
  readonly statusBits: number;
  /** Degrees × 10⁶, negative in the south. Structure only: devices also send what is no latitude. */
  readonly latE6: number;
  /** Degrees × 10⁶, negative in the west. */
  readonly lngE6: number;
  readonly altitudeM: number;
  readonly speedKph: number;
  /** Clockwise from north, as sent. */
  readonly headingDeg: number;
  /** Null when the device's clock shows no time that exists. */
  readonly at: Date | null;
  readonly items: AdditionalItems;
}

/** Length of a position without additional items. */
export const POSITION_BYTES = 28;

/** Reads a position and its items from `from` up to `to`; null when less than 28 bytes are there. */
export function decodeLocationReport(
  bytes: Uint8Array,
  from: number,
  to: number,
): LocationReport | null {
  if (to - from < POSITION_BYTES) return null;
  const statusBits = readDword(bytes, from + 4);
  const latE6 = readDword(bytes, from + 8);
  const lngE6 = readDword(bytes, from + 12);
  return {
    alarmBits: readDword(bytes, from),
    statusBits,
    latE6: (statusBits & STATUS.south) === 0 ? latE6 : -latE6,
    lngE6: (statusBits & STATUS.west) === 0 ? lngE6 : -lngE6,
    altitudeM: readWord(bytes, from + 16),
    speedKph: readWord(bytes, from + 18) / 10,
    headingDeg: readWord(bytes, from + 20),
    at: decodeBcdTime(bytes, from + 22),
    items: decodeAdditionalItems(bytes, from + POSITION_BYTES, to),
  };
}

/** A position to send. South and west are set in the status by the sign of the degrees. */
export interface ReportToSend {
  readonly alarmBits?: number;
  readonly statusBits: number;
  readonly latE6: number;
  readonly lngE6: number;
  readonly altitudeM: number;
  readonly speedKph: number;
  readonly headingDeg: number;
  readonly at: Date;
  readonly items?: ItemsToSend;
}

/** The bytes of a position and its items. */
export function encodeLocationReport(report: ReportToSend): Uint8Array {
  const hemispheres = (report.latE6 < 0 ? STATUS.south : 0) | (report.lngE6 < 0 ? STATUS.west : 0);
  const fixed = new Uint8Array(POSITION_BYTES - 6);
  writeDword(fixed, 0, report.alarmBits ?? 0);
  writeDword(fixed, 4, report.statusBits | hemispheres);
  writeDword(fixed, 8, Math.abs(report.latE6));
  writeDword(fixed, 12, Math.abs(report.lngE6));
  writeWord(fixed, 16, report.altitudeM);
  writeWord(fixed, 18, Math.round(report.speedKph * 10));
  writeWord(fixed, 20, report.headingDeg);
  return joinBytes(fixed, encodeBcdTime(report.at), encodeAdditionalItems(report.items ?? {}));
}
