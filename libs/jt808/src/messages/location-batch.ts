import { joinBytes, readWord, writeWord } from '../bytes.js';
import {
  decodeLocationReport,
  encodeLocationReport,
  type LocationReport,
  type ReportToSend,
} from './location-report.js';

/** Why positions come late and together (JT/T 808-2019, table 76). */
export const BATCH_KIND = { regular: 0, blindSpot: 1 } as const;

/** 0x0704: positions stored up while there was no network (8.49). */
export interface LocationBatch {
  readonly kind: 'location_batch';
  /** How many positions the terminal says it sends. */
  readonly statedCount: number;
  /** One of BATCH_KIND, as sent. */
  readonly batchKind: number;
  /** The positions that are there, in the order sent: that need not be the order of time. */
  readonly reports: readonly LocationReport[];
  /** Entries too short to be a position, and one that claims more bytes than are left. */
  readonly badCount: number;
}

const FIXED_BYTES = 3;

/** Reads a batch; null when its three fixed bytes are not there. Bad entries cost no good one. */
export function decodeLocationBatch(
  bytes: Uint8Array,
  from = 0,
  to = bytes.length,
): LocationBatch | null {
  if (to - from < FIXED_BYTES) return null;
  const reports: LocationReport[] = [];
  let badCount = 0;
  let at = from + FIXED_BYTES;
  while (at < to) {
    const entryAt = at + 2;
    const next = entryAt > to ? entryAt : entryAt + readWord(bytes, at);
    const report = next > to ? null : decodeLocationReport(bytes, entryAt, next);
    if (report) reports.push(report);
    else badCount += 1;
    at = next;
  }
  return {
    kind: 'location_batch',
    statedCount: readWord(bytes, from),
    batchKind: bytes[from + 2]!,
    reports,
    badCount,
  };
}

/** The body of a batch; the caller keeps it within 1023 bytes (about 15 positions with items). */
export function encodeLocationBatch(
  batchKind: number,
  reports: readonly ReportToSend[],
): Uint8Array {
  const fixed = new Uint8Array(FIXED_BYTES);
  writeWord(fixed, 0, reports.length);
  fixed[2] = batchKind;
  const entries = reports.flatMap((report) => {
    const position = encodeLocationReport(report);
    const length = new Uint8Array(2);
    writeWord(length, 0, position.length);
    return [length, position];
  });
  return joinBytes(fixed, ...entries);
}
