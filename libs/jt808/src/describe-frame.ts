import { toHex } from './bytes.js';
import type { DecodedFrame, GoodFrame } from './frame.js';
import type { AdditionalItems } from './messages/additional-items.js';
import type { LocationReport } from './messages/location-report.js';

/** What can be written as JSON. */
export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** A position as people compare it with what a terminal's screen or another decoder shows. */
export interface DescribedLocation {
  /** Degrees × 10⁶, negative in the south. */
  readonly latE6: number;
  /** Degrees × 10⁶, negative in the west. */
  readonly lngE6: number;
  readonly alarm: number;
  readonly status: number;
  readonly altitudeM: number;
  /** Tenths of a km/h, as sent. */
  readonly speedTenthKph: number;
  readonly headingDeg: number;
  /** ISO 8601 in UTC; null when the device's clock shows no time that exists. */
  readonly at: string | null;
}

export type DescribedFrame =
  | { readonly ok: false; readonly code: string }
  | {
      readonly ok: true;
      /** Four hexadecimal digits after 0x. */
      readonly messageId: string;
      /** The header's; of a registration the edition its body follows. */
      readonly version: '2011' | '2013' | '2019';
      /** The number as sent, all 12 or 20 digits. */
      readonly phone: string;
      readonly sequence: number;
      /** Of a message that was cut up; its body is a part and not read. */
      readonly subPackage?: { readonly total: number; readonly no: number };
      readonly location?: DescribedLocation;
      readonly body?: Json;
      readonly extras?: Json;
    };

/**
 * Says in plain JSON what a frame holds: bytes as hexadecimal digits, instants as ISO 8601.
 *
 * A position that cannot be true is described like any other; the structure is what is told of.
 */
export function describeFrame(frame: DecodedFrame): DescribedFrame {
  if (!frame.ok) return { ok: false, code: frame.code };
  const { header, message } = frame;
  const { messageId, phone, sequence, subPackage } = header;
  return {
    ok: true,
    messageId: hexId(messageId),
    version: message.kind === 'register' ? message.version : header.version,
    phone,
    sequence,
    ...(subPackage === null ? {} : { subPackage }),
    ...contentsOf(frame),
  };
}

const hexId = (id: number): string => `0x${id.toString(16).padStart(4, '0')}`;

function contentsOf({ message }: GoodFrame) {
  switch (message.kind) {
    case 'location':
      return { location: toLocation(message.report), extras: toExtras(message.report.items) };
    case 'location_answer': {
      const { answeredSequence, report } = message;
      return {
        location: toLocation(report),
        body: { answeredSequence },
        extras: toExtras(report.items),
      };
    }
    case 'location_batch': {
      const { statedCount, batchKind, reports, badCount } = message;
      const items = reports.map((report) => ({
        location: { ...toLocation(report) },
        extras: toExtras(report.items),
      }));
      return { body: { statedCount, batchKind, badCount, items } };
    }
    default: {
      const { kind: _kind, ...fields } = message;
      return { body: toJson(fields) };
    }
  }
}

const toLocation = (report: LocationReport): DescribedLocation => ({
  latE6: report.latE6,
  lngE6: report.lngE6,
  alarm: report.alarmBits,
  status: report.statusBits,
  altitudeM: report.altitudeM,
  speedTenthKph: Math.round(report.speedKph * 10),
  headingDeg: report.headingDeg,
  at: report.at?.toISOString() ?? null,
});

/** Items of the standard by name, the others by id; what the list broke off with under `rest`. */
const toExtras = ({ known, raw, rest }: AdditionalItems): Json => ({
  ...(toJson(known) as { readonly [name: string]: Json }),
  ...(raw.length === 0
    ? {}
    : {
        raw: raw.map(({ id, value }) => ({
          id: `0x${toHex(Uint8Array.of(id))}`,
          hex: toHex(value),
        })),
      }),
  ...(rest === null ? {} : { rest: toHex(rest) }),
});

function toJson(value: unknown): Json {
  if (value instanceof Uint8Array) return toHex(value);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, it]) => [name, toJson(it)]));
  }
  return value as Json;
}
