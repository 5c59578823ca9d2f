import { setImmediate as turn } from 'node:timers/promises';
import { type Random, seededRandom } from '@tongyun/kernel';
import {
  type GoodFrame,
  type Header,
  type KnownItems,
  type LocationReport,
  MessageReader,
  terminalNumberOf,
} from '@tongyun/jt808';
import { below, type MadeFrame, makeFrame, noiseOf } from './jt808-stream.js';
import { percentile } from './percentile.js';

const SEED = 808;
const FRAMES = 150_000;
const PASSES = 7;
/** Bytes of noise between two frames at most, and of one packet. */
const MAX_NOISE = 40;
const MAX_PACKET = 2_920;
const NOISE_BYTES = 100_000_000;
const NOISE_FRAMES = 10_000;

interface Cut {
  readonly stream: Uint8Array;
  /** Where one packet ends and the next starts. */
  readonly ends: readonly number[];
}

/** What was read of a stream: every field of every frame found has gone into `sum`. */
interface Read {
  readonly found: number;
  readonly sum: number;
  /** Noise that passes for a frame: with a check code of one byte some of it does. */
  readonly chance: number;
}

/**
 * `npm run bench -- jt808`: how many frames a second one core decodes, every field of them, out of
 * a stream with noise between frames that is cut at random; and whether all are found, there and in
 * 100 MB of noise.
 *
 * Each field that was decoded goes into a sum, which has to be that of the fields encoded.
 */
export async function run(): Promise<Record<string, number>> {
  const random = seededRandom(SEED);
  const { cut, wanted, ...made } = makeStream(random);
  await turn();

  const rates: number[] = [];
  const cpuRates: number[] = [];
  let found = 0;
  let chance = 0;
  for (let pass = 0; pass < PASSES; pass += 1) {
    const startedAt = performance.now();
    const cpuAt = process.cpuUsage();
    const read = readAll(cut, wanted.frames);
    const { user, system } = process.cpuUsage(cpuAt);
    rates.push((read.found / (performance.now() - startedAt)) * 1e3);
    cpuRates.push((read.found / (user + system)) * 1e6);
    if (read.sum !== wanted.sum) throw new Error(`decoded ${read.sum}, encoded ${wanted.sum}`);
    ({ found, chance } = read);
    await turn();
  }
  return {
    framesPerSec: Math.round(percentile(rates, 0.5)),
    expected: FRAMES,
    found,
    foundByChance: chance,
    framesPerCpuSec: Math.round(percentile(cpuRates, 0.5)),
    ...made,
    ...findInNoise(random),
  };
}

/** What tells one frame from the next. */
type FrameMark = Pick<MadeFrame, 'messageId' | 'phone' | 'sequence'>;

/** The stream and what has to be found in it; the messages it was made of are let go. */
function makeStream(random: Random) {
  const frames = Array.from({ length: FRAMES }, (_, index) => makeFrame(random, index % 0x1_0000));
  const stream = withNoise(random, frames);
  return {
    cut: cutAtRandom(random, stream),
    wanted: {
      frames: frames.map(({ messageId, phone, sequence }): FrameMark => ({
        messageId,
        phone,
        sequence,
      })),
      sum: sumOfMade(frames),
    },
    positionSharePct: shareOf(frames, 0x0200),
    batchSharePct: shareOf(frames, 0x0704),
    streamMb: Math.round(stream.length / 1e6),
  };
}

function shareOf(frames: readonly MadeFrame[], messageId: number): number {
  const count = frames.filter((frame) => frame.messageId === messageId).length;
  return Math.round((count / frames.length) * 100);
}

function withNoise(random: Random, frames: readonly MadeFrame[]): Uint8Array {
  const noises = frames.map(() => noiseOf(random, below(random, MAX_NOISE)));
  const length = frames.reduce((sum, { wire }, at) => sum + wire.length + noises[at]!.length, 0);
  const stream = new Uint8Array(length);
  let at = 0;
  frames.forEach(({ wire }, index) => {
    stream.set(noises[index]!, at);
    at += noises[index]!.length;
    stream.set(wire, at);
    at += wire.length;
  });
  return stream;
}

function cutAtRandom(random: Random, stream: Uint8Array): Cut {
  const ends: number[] = [];
  for (let end = 0; end < stream.length;) {
    end = Math.min(end + 1 + below(random, MAX_PACKET), stream.length);
    ends.push(end);
  }
  return { stream, ends };
}

function readAll({ stream, ends }: Cut, frames: readonly FrameMark[]): Read {
  const reader = new MessageReader();
  let found = 0;
  let sum = 0;
  let chance = 0;
  let from = 0;
  for (const end of ends) {
    for (const frame of reader.push(stream.subarray(from, end))) {
      if (!frame.ok) continue;
      if (!isOf(frames[found], frame.header)) {
        chance += 1;
        continue;
      }
      found += 1;
      sum += sumOfFrame(frame);
    }
    from = end;
  }
  return { found, sum, chance };
}

const isOf = (made: FrameMark | undefined, { sequence, messageId, phone }: Header): boolean =>
  made?.sequence === sequence && made.messageId === messageId && phone.endsWith(made.phone);

/** All integers, so that no order of adding changes the sum. */
function sumOfFrame({ header, message }: GoodFrame): number {
  let sum = header.sequence + header.messageId + header.phone.charCodeAt(header.phone.length - 1);
  if (message.kind === 'location') sum += sumOfReport(message.report);
  if (message.kind === 'location_batch') {
    for (const report of message.reports) sum += sumOfReport(report);
  }
  return sum;
}

function sumOfReport(report: LocationReport): number {
  const { alarmBits, statusBits, latE6, lngE6, altitudeM, speedKph, headingDeg, at, items } =
    report;
  const { raw } = items;
  return (
    alarmBits +
    statusBits +
    latE6 +
    lngE6 +
    altitudeM +
    Math.round(speedKph * 10) +
    headingDeg +
    (at?.getTime() ?? 0) / 1_000 +
    sumOfItems(items.known) +
    (raw.length > 0 ? raw[0]!.value[1]! : 0)
  );
}

function sumOfItems(known: KnownItems): number {
  const { mileageKm = 0, fuelL = 0, recorderSpeedKph = 0, signalBits = 0, ioBits = 0 } = known;
  const { rssi = 0, satellites = 0, overspeed } = known;
  return (
    Math.round(mileageKm * 10) +
    Math.round(fuelL * 10) +
    Math.round(recorderSpeedKph * 10) +
    signalBits +
    ioBits +
    rssi +
    satellites +
    (overspeed?.areaId ?? 0)
  );
}

/** The same sum from what was encoded, without the decoder. */
function sumOfMade(frames: readonly MadeFrame[]): number {
  let sum = 0;
  for (const { messageId, phone, sequence, reports } of frames) {
    sum += sequence + messageId + terminalNumberOf(phone).charCodeAt(phone.length - 1);
    for (const report of reports) {
      const { alarmBits = 0, items: { raw = [], ...known } = {} } = report;
      sum += sumOfReport({ ...report, alarmBits, items: { known, raw, oddIds: [], rest: null } });
    }
  }
  return sum;
}

/** Good frames in 100 MB of noise: all found, and nothing kept of the noise. */
function findInNoise(random: Random): Record<string, number> {
  const noise = noiseOf(random, 1_000_003);
  const perFrame = Math.floor(NOISE_BYTES / NOISE_FRAMES);
  const reader = new MessageReader();
  const frames = Array.from({ length: NOISE_FRAMES }, (_, index) => makeFrame(random, index));
  const heldBefore = heldBytes();
  const startedAt = performance.now();
  let noiseFound = 0;
  let mostPendingBytes = 0;
  for (const { wire, sequence } of frames) {
    const from = below(random, noise.length - perFrame);
    for (const chunk of [noise.subarray(from, from + perFrame), wire]) {
      for (const frame of reader.push(chunk)) {
        if (frame.ok && frame.header.sequence === sequence) noiseFound += 1;
      }
      mostPendingBytes = Math.max(mostPendingBytes, reader.pendingBytes);
    }
  }
  const seconds = (performance.now() - startedAt) / 1_000;
  return {
    noiseMb: NOISE_BYTES / 1e6,
    noiseExpected: NOISE_FRAMES,
    noiseFound,
    noiseMbPerSec: Math.round(NOISE_BYTES / 1e6 / seconds),
    noiseKeptMb: Math.max(0, Math.round((heldBytes() - heldBefore) / 1e5) / 10),
    mostPendingBytes,
  };
}

function heldBytes(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
