import type { Random } from '@tongyun/kernel';
import {
  BATCH_KIND,
  encodeAuthenticate,
  encodeFrame,
  encodeHeartbeat,
  encodeLocation,
  encodeLocationBatch,
  encodeTerminalAnswer,
  type HeaderVersion,
  type ItemsToSend,
  MESSAGE_ID,
  type ReportToSend,
} from '@tongyun/jt808';

export const below = (random: Random, limit: number): number => Math.floor(random() * limit);

/** A frame and what a decoder has to find in it. */
export interface MadeFrame {
  readonly wire: Uint8Array;
  readonly messageId: number;
  readonly phone: string;
  readonly sequence: number;
  readonly reports: readonly ReportToSend[];
}

const NOON_MS = Date.UTC(2026, 4, 4, 4);

/** Four to seven items, as terminals of heavy vehicles send them; one in eight has a private one. */
function itemsOf(random: Random): ItemsToSend {
  return {
    mileageKm: below(random, 9_000_000) / 10,
    recorderSpeedKph: below(random, 1_000) / 10,
    rssi: below(random, 32),
    satellites: below(random, 30),
    ...(random() < 0.5 && { fuelL: below(random, 4_000) / 10 }),
    ...(random() < 0.4 && { signalBits: below(random, 0x8000) }),
    ...(random() < 0.4 && { ioBits: below(random, 4) }),
    ...(random() < 0.1 && { overspeed: { areaType: 2, areaId: below(random, 1_000) } }),
    ...(random() < 0.125 && { raw: [{ id: 0xe1, value: Uint8Array.of(1, below(random, 256)) }] }),
  };
}

const reportOf = (random: Random): ReportToSend => ({
  alarmBits: random() < 0.05 ? 1 << below(random, 31) : 0,
  statusBits: 3 | (below(random, 4) << 8),
  latE6: 29_200_000 + below(random, 1_400_000),
  lngE6: 118_300_000 + below(random, 2_600_000),
  altitudeM: below(random, 500),
  speedKph: below(random, 900) / 10,
  headingDeg: below(random, 360),
  at: new Date(NOON_MS + below(random, 86_400) * 1_000),
  items: itemsOf(random),
});

const repeat = <T>(times: number, make: () => T): T[] => Array.from({ length: times }, make);

/** One frame of the mix: 75 % positions, 13 % batches of three to five, 12 % others. */
export function makeFrame(random: Random, sequence: number): MadeFrame {
  const version: HeaderVersion = random() < 0.5 ? '2013' : '2019';
  const phone = `139${String(below(random, 2_500)).padStart(8, '0')}`;
  const place = random();
  const make = (messageId: number, body: Uint8Array, reports: readonly ReportToSend[]) => ({
    wire: encodeFrame({ messageId, version, phone, sequence }, body),
    messageId,
    phone,
    sequence,
    reports,
  });
  if (place < 0.75) {
    const report = reportOf(random);
    return make(MESSAGE_ID.location, encodeLocation(report), [report]);
  }
  if (place < 0.88) {
    const reports = repeat(3 + below(random, 3), () => reportOf(random));
    const body = encodeLocationBatch(BATCH_KIND.blindSpot, reports);
    return make(MESSAGE_ID.locationBatch, body, reports);
  }
  if (place < 0.96) return make(MESSAGE_ID.heartbeat, encodeHeartbeat(), []);
  if (place < 0.98) {
    const answer = { answeredSequence: sequence, answeredId: 0x8300, result: 0 };
    return make(MESSAGE_ID.terminalAnswer, encodeTerminalAnswer(answer), []);
  }
  const credentials = { authCode: 'f3a9c2', imei: '123456789012345', softwareVersion: '3.7' };
  return make(MESSAGE_ID.authenticate, encodeAuthenticate(credentials, version), []);
}

/** Bytes that mean nothing; marks and escapes among them. */
export function noiseOf(random: Random, length: number): Uint8Array {
  return Uint8Array.from({ length }, () => below(random, 256));
}
