import {
  encodeAuthenticate,
  encodeFrame,
  encodeHeartbeat,
  encodeLocation,
  type HeaderVersion,
  MESSAGE_ID,
  MessageReader,
  type ReportToSend,
} from '@tongyun/jt808';
import { seededRandom } from '@tongyun/kernel';
import type { IncomingFix } from '@tongyun/tracking';
import { Logger } from '@nestjs/common';
import * as fc from 'fast-check';
import { AUTH_CODE, FakeDesk, FakeIdentities } from '../../../test/support/gateway-fakes.js';
import { ConnectedTerminals } from './connected-terminals.js';
import { TerminalSession } from './terminal-session.js';

const PHONE = '13912340001';
const NOW = new Date('2026-05-04T08:00:02Z');
const FIRST_SEQUENCE = 1;
const MEGABYTE = 1_000_000;

/** One connection without a socket, and all that was answered on it. */
class Line {
  readonly fixes: IncomingFix[] = [];
  readonly answers: { sequence: number; answered: number; id: number; result: number }[] = [];
  readonly session: TerminalSession;
  badAnswers = 0;
  private readonly reader = new MessageReader();

  constructor() {
    const uncounted = { countFrame: () => undefined, countFixes: () => undefined };
    this.session = new TerminalSession(
      {
        identities: new FakeIdentities(),
        fixes: {
          add: (fixes) => {
            this.fixes.push(...fixes);
            return Promise.resolve();
          },
        },
        metrics: uncounted,
        connections: new ConnectedTerminals({ countReplaced: () => undefined }),
        orders: new FakeDesk(),
        rawLog: { whose: () => null, add: () => undefined },
        clock: { now: () => NOW },
      },
      (wire) => this.hear(wire),
      () => undefined,
    );
  }

  /** All of it; resolves to whether the connection goes on. */
  async takeAll(packets: readonly Uint8Array[]): Promise<boolean> {
    let goesOn = true;
    for (const packet of packets) goesOn = (await this.session.receive(packet)) && goesOn;
    return goesOn;
  }

  /** Sequences of the positions that were acknowledged. */
  acknowledged(): number[] {
    return this.answers
      .filter(({ id, result }) => id === MESSAGE_ID.location && result === 0)
      .map(({ answered }) => answered);
  }

  private hear(wire: Uint8Array): void {
    for (const frame of this.reader.push(wire)) {
      if (!frame.ok) this.badAnswers += 1;
      else if (frame.message.kind === 'platform_answer') {
        const { answeredSequence: answered, answeredId: id, result } = frame.message;
        this.answers.push({ sequence: frame.header.sequence, answered, id, result });
      }
    }
    if (this.reader.pendingBytes > 0) this.badAnswers += 1; // what is said is whole frames
  }
}

const aReport = (change: Partial<ReportToSend> = {}): ReportToSend => ({
  statusBits: 3,
  latE6: 30_274_150,
  lngE6: 120_155_150,
  altitudeM: 0x7d7e,
  speedKph: 42.5,
  headingDeg: 270,
  at: new Date('2026-05-04T08:00:00Z'),
  items: { mileageKm: 12_345.6, satellites: 14 },
  ...change,
});
const frame = (sequence: number, messageId: number, body: Uint8Array, version?: HeaderVersion) =>
  encodeFrame({ messageId, version: version ?? '2013', phone: PHONE, sequence }, body);
const position = (sequence: number, version: HeaderVersion = '2013') =>
  frame(sequence, MESSAGE_ID.location, encodeLocation(aReport()), version);
const credentials = { authCode: AUTH_CODE, imei: null, softwareVersion: null };
const authentication = frame(0, MESSAGE_ID.authenticate, encodeAuthenticate(credentials, '2013'));

/** Cuts bytes at places given as fractions of their length. */
function cut(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const ends = places.map((place) => Math.floor(place * bytes.length)).toSorted((a, b) => a - b);
  return [...ends, bytes.length].map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
}
const join = (parts: readonly Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));

/** What no message looks like: bytes with no mark in them, or a frame that one bit spoilt. */
const noise = fc.uint8Array({ maxLength: 60 });
const spoilt = fc
  .tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 7 }))
  .map(([at, bit]) => {
    const bytes = Uint8Array.from(position(0xffff));
    bytes[at] = bytes[at]! ^ (1 << bit);
    return bytes;
  });
const places = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 });

/** Takes all of it to the end of the connection; how many bad frames were said. */
async function badAnswersTo(packets: readonly Uint8Array[]): Promise<number> {
  const line = new Line();
  await line.takeAll([authentication, ...packets]);
  line.session.askForMissing(NOW);
  line.session.left();
  return line.badAnswers;
}

describe('a session under rough treatment', () => {
  beforeAll(() => Logger.overrideLogger(false));

  it('throws nothing out, and says nothing but good frames, whatever bytes come', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uint8Array({ maxLength: 2_000 }), { maxLength: 8 }),
        async (packets) => {
          expect(await badAnswersTo(packets)).toBe(0);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('throws nothing out whatever stands in a frame that is right', async () => {
    const anyMessage = fc
      .tuple(
        fc.constantFrom(...Object.values(MESSAGE_ID), 0x0900, 0xffff),
        fc.constantFrom('2013' as const, '2019' as const),
        fc.uint8Array({ maxLength: 120 }),
        fc.option(fc.record({ total: fc.nat(0xffff), no: fc.nat(0xffff) })),
      )
      .map(([messageId, version, body, subPackage]) =>
        encodeFrame({ messageId, version, phone: PHONE, sequence: 7, subPackage }, body),
      );
    await fc.assert(
      fc.asyncProperty(fc.array(anyMessage, { maxLength: 20 }), async (frames) => {
        expect(await badAnswersTo(frames)).toBe(0);
      }),
      { numRuns: 500 },
    );
  });

  it('stores and answers every good position once and in order, however it is wrapped and cut', async () => {
    const wrapped = fc.array(fc.tuple(fc.oneof(noise, spoilt), fc.boolean()), { maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(wrapped, places, async (parts, cuts) => {
        const line = new Line();
        const sent = parts.flatMap(([before, isNew], index) => [
          before,
          position(FIRST_SEQUENCE + index, isNew ? '2019' : '2013'),
        ]);
        await line.takeAll([authentication, ...cut(join(sent), cuts)]);

        const wanted = parts.map((_, index) => FIRST_SEQUENCE + index);
        expect(line.acknowledged().filter((sequence) => sequence !== 0xffff)).toEqual(wanted);
        expect(line.fixes.length).toBeGreaterThanOrEqual(wanted.length);
      }),
      { numRuns: 300 },
    );
  });

  it('numbers what it says one by one, over the end of the count', async () => {
    const line = new Line();
    const beat = frame(5, MESSAGE_ID.heartbeat, encodeHeartbeat());
    const beats = join(Array.from({ length: 1_000 }, () => beat));
    await line.takeAll([authentication, ...Array.from({ length: 66 }, () => beats)]);

    const numbers = line.answers.map(({ sequence }) => sequence);
    expect(numbers).toHaveLength(66_001);
    expect(numbers.findIndex((number, index) => number !== index % 0x1_0000)).toBe(-1);
  });

  it('finds every good frame in 100 MB of noise, on one connection', async () => {
    const random = seededRandom(808);
    const noiseBlock = Uint8Array.from({ length: MEGABYTE }, () => Math.floor(random() * 256));
    const line = new Line();
    await line.takeAll([authentication]);
    const wanted: number[] = [];
    for (let round = 1; round <= 100; round += 1) {
      for (const at of [0.2, 0.55, 0.9]) {
        const [from, sequence] = [Math.floor(at * MEGABYTE) + round, wanted.length + 1];
        await line.session.receive(noiseBlock.subarray(from - MEGABYTE / 5, from));
        await line.session.receive(position(sequence));
        wanted.push(sequence);
      }
      await line.session.receive(noiseBlock.subarray(0, (MEGABYTE * 2) / 5));
    }

    expect(line.acknowledged()).toEqual(wanted);
    expect(line.badAnswers).toBe(0);
  });
});
