import { addSeconds } from '@tongyun/kernel';
import { type Part, PartsSetAside } from './parts-set-aside.js';

const now = new Date('2026-05-04T08:00:00Z');
const aPart = (no: number, over: Partial<Part> = {}): Part => ({
  messageId: 0x0704,
  total: 100,
  no,
  body: Uint8Array.of(no),
  ...over,
});
const numbers = (parts: readonly Part[]) => parts.map(({ no }) => no);

describe('PartsSetAside', () => {
  it('keeps the parts of each message apart, as they were when they came', () => {
    const parts = new PartsSetAside();
    const body = Uint8Array.of(7);
    parts.put(aPart(1, { body }), now);
    parts.put(aPart(2, { messageId: 0x0801 }), now);
    body[0] = 8;

    expect(parts.of(0x0704, now)).toEqual([aPart(1, { body: Uint8Array.of(7) })]);
    expect(numbers(parts.of(0x0801, now))).toEqual([2]);
  });

  it('keeps the newest 64', () => {
    const parts = new PartsSetAside();
    for (let no = 1; no <= 66; no += 1) parts.put(aPart(no), now);

    expect(numbers(parts.of(0x0704, now))).toEqual(Array.from({ length: 64 }, (_, n) => n + 3));
  });

  it('keeps the newest 64 KB', () => {
    const parts = new PartsSetAside();
    const body = new Uint8Array(20_000);
    for (let no = 1; no <= 5; no += 1) parts.put(aPart(no, { body }), now);

    expect(numbers(parts.of(0x0704, now))).toEqual([3, 4, 5]);
  });

  it('keeps a minute', () => {
    const parts = new PartsSetAside();
    parts.put(aPart(1), now);
    parts.put(aPart(2), addSeconds(now, 30));

    expect(numbers(parts.of(0x0704, addSeconds(now, 60)))).toEqual([2]);
  });
});
