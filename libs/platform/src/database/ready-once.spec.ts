import { ReadyOnce } from './ready-once.js';

const READY = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);
const ERROR = Buffer.from([0x45, 0, 0, 0, 6, 0x4d, 0]);

function passed(...chunks: Buffer[]): Buffer {
  const parts: Buffer[] = [];
  const once = new ReadyOnce((bytes) => parts.push(bytes));
  for (const chunk of chunks) once.push(chunk);
  once.end();
  return Buffer.concat(parts);
}

describe('ReadyOnce', () => {
  it.each([
    { chunks: [ERROR, READY], left: ERROR, why: 'in a chunk of its own' },
    { chunks: [Buffer.concat([ERROR, READY])], left: ERROR, why: 'behind the error' },
    {
      chunks: [Buffer.concat([ERROR, READY.subarray(0, 2)]), READY.subarray(2)],
      left: ERROR,
      why: 'cut in two',
    },
    { chunks: [ERROR], left: ERROR, why: 'not at all' },
    { chunks: [], left: Buffer.alloc(0), why: 'no answer' },
  ])('takes a ReadyForQuery off the end: $why', ({ chunks, left }) => {
    expect(passed(...chunks)).toEqual(left);
  });

  it('leaves one that something follows', () => {
    expect(passed(READY, ERROR)).toEqual(Buffer.concat([READY, ERROR]));
  });
});
