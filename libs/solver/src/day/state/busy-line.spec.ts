import { array, assert, integer, nat, property, tuple } from 'fast-check';
import type { Span } from '../problem/day-problem.js';
import { BusyLine } from './busy-line.js';

const END_SEC = 40;
const span = tuple(nat(END_SEC), integer({ min: 1, max: 15 })).map(([fromSec, forSec]): Span => ({
  fromSec,
  toSec: fromSec + forSec,
}));
const isClear = (spans: readonly Span[], fromSec: number, toSec: number): boolean =>
  spans.every((it) => it.toSec <= fromSec || it.fromSec >= toSec);
const seconds = Array.from({ length: 2 * END_SEC }, (_, sec) => sec);

describe('a line that is taken at times', () => {
  it('is free where nothing given lies, however closed times and begun loads overlap', () => {
    assert(
      property(
        array(span, { maxLength: 6 }),
        nat(END_SEC),
        integer({ min: 1, max: 12 }),
        (spans, fromSec, forSec) => {
          const line = new BusyLine(spans);
          const fits = (sec: number) => isClear(spans, sec, sec + forSec);

          expect(line.isFree(fromSec, fromSec + forSec)).toBe(fits(fromSec));
          expect(line.earliest(forSec, fromSec)).toBe(
            seconds.find((sec) => sec >= fromSec && fits(sec)),
          );
          const endBySec = fromSec + 20;
          expect(line.latest(forSec, fromSec, endBySec)).toBe(
            seconds.findLast((sec) => sec >= fromSec && sec + forSec <= endBySec && fits(sec)) ??
              null,
          );
        },
      ),
    );
  });

  it('is taken by a choice until it is given back', () => {
    const line = new BusyLine([{ fromSec: 0, toSec: 10 }]);
    line.take(10, 20);

    expect(line.earliest(5, 0)).toBe(20);
    line.giveBack(10, 20);
    expect(line.earliest(5, 0)).toBe(10);
  });
});
