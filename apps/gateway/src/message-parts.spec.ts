import type { Header } from '@tongyun/jt808';
import { addSeconds } from '@tongyun/kernel';
import * as fc from 'fast-check';
import { MessageParts } from './message-parts.js';

const START = new Date('2026-05-04T08:00:00Z');
const headerOf = (no: number, total: number, firstSequence = 10, messageId = 0x0704): Header => ({
  messageId,
  version: '2013',
  phone: '013912340001',
  sequence: (firstSequence + no - 1) % 0x1_0000,
  bodyLength: 1,
  encryption: 0,
  subPackage: { total, no },
});
const byte = (value: number) => Uint8Array.of(value);

describe('MessageParts', () => {
  it('puts a message together whatever the order, and whatever is sent twice', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 12 }).chain((total) =>
          fc.record({
            total: fc.constant(total),
            nos: fc.shuffledSubarray(
              Array.from({ length: total }, (_, index) => index + 1),
              { minLength: total },
            ),
            first: fc.integer({ min: 0, max: 0xffff }),
          }),
        ),
        ({ total, nos, first }) => {
          const parts = new MessageParts();
          const order = [nos[0]!, ...nos];
          const wholes = order.map((no) => parts.take(headerOf(no, total, first), byte(no), START));

          expect(wholes.slice(0, -1)).toEqual(wholes.slice(0, -1).map(() => null));
          expect([...wholes.at(-1)!.body]).toEqual(nos.toSorted((a, b) => a - b));
          expect(wholes.at(-1)!.headers).toHaveLength(total);
        },
      ),
    );
  });

  it('keeps messages apart that are cut up at the same time', () => {
    const parts = new MessageParts();
    parts.take(headerOf(1, 2, 10), byte(1), START);
    parts.take(headerOf(1, 2, 20), byte(3), START);

    expect([...parts.take(headerOf(2, 2, 10), byte(2), START)!.body]).toEqual([1, 2]);
    expect([...parts.take(headerOf(2, 2, 20), byte(4), START)!.body]).toEqual([3, 4]);
  });

  it('asks for what is missing after a while, less and less often, and then gives up', () => {
    const parts = new MessageParts();
    parts.take(headerOf(1, 4), byte(1), START);
    parts.take(headerOf(3, 4), byte(3), START);
    const askedAt: number[] = [];
    for (let second = 0; second < 120; second += 1) {
      for (const { firstSequence, partNos } of parts.missingAt(addSeconds(START, second))) {
        expect({ firstSequence, partNos }).toEqual({ firstSequence: 10, partNos: [2, 4] });
        askedAt.push(second);
      }
    }

    expect(askedAt).toEqual([5, 15, 35]);
    expect(parts.take(headerOf(2, 4), byte(2), addSeconds(START, 120))).toBeNull();
  });

  it('holds a bounded amount: the oldest message gives way', () => {
    const parts = new MessageParts();
    for (let message = 0; message < 9; message += 1) {
      parts.take(headerOf(1, 2, message * 10), byte(1), START);
    }

    expect(parts.take(headerOf(2, 2, 0), byte(2), START)).toBeNull();
    expect(parts.take(headerOf(2, 2, 80), byte(2), START)).not.toBeNull();
  });

  it('takes no part that its message cannot have', () => {
    const parts = new MessageParts();

    expect(parts.take(headerOf(0, 2), byte(1), START)).toBeNull();
    expect(parts.take(headerOf(3, 2), byte(1), START)).toBeNull();
    expect(parts.take(headerOf(1, 60_000), byte(1), START)).toBeNull();
    expect(parts.missingAt(addSeconds(START, 60))).toEqual([]);
  });
});
