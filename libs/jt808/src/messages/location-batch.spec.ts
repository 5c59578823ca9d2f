import { fromHex } from '../bytes.js';
import { BATCH_KIND, decodeLocationBatch, encodeLocationBatch } from './location-batch.js';
import type { ReportToSend } from './location-report.js';

const bytes = (hex: string): Uint8Array => fromHex(hex.replaceAll(' ', '')) ?? new Uint8Array(0);

const POSITION = '00000000 00000003 01cdf266 07296c0e 000a 0000 0000';
const entry = (minute: string) => `001c ${POSITION} 2601011205${minute}`;

const reportAt = (second: number): ReportToSend => ({
  statusBits: 3,
  latE6: 30_274_150,
  lngE6: 120_155_150,
  altitudeM: 10,
  speedKph: 0,
  headingDeg: 0,
  at: new Date(Date.UTC(2026, 0, 1, 4, 5, second)),
});
const secondsOf = (body: Uint8Array) =>
  decodeLocationBatch(body)?.reports.map(({ at }) => at?.getUTCSeconds());

describe('decodeLocationBatch', () => {
  it('keeps the order in which the terminal sends', () => {
    expect(secondsOf(bytes(`0002 01 ${entry('30')} ${entry('10')}`))).toEqual([30, 10]);
  });

  it.each([
    { body: `0005 01 ${entry('10')}`, found: [10], badCount: 0, why: 'fewer than stated' },
    { body: `0002 01 0002 abcd ${entry('10')}`, found: [10], badCount: 1, why: 'one too short' },
    { body: `0002 01 ${entry('10')} 001c abcd`, found: [10], badCount: 1, why: 'the last one cut' },
    { body: `0001 00 ${entry('10')} 00`, found: [10], badCount: 1, why: 'half a length behind' },
    { body: '0000 00', found: [], badCount: 0, why: 'an empty batch' },
  ])('keeps the good positions of a batch with $why', ({ body, found, badCount }) => {
    expect(secondsOf(bytes(body))).toEqual(found);
    expect(decodeLocationBatch(bytes(body))?.badCount).toBe(badCount);
  });

  it('is no batch without its fixed bytes', () => {
    expect(decodeLocationBatch(bytes('0001'))).toBeNull();
  });

  it('gives back what was encoded', () => {
    const body = encodeLocationBatch(BATCH_KIND.blindSpot, [reportAt(5), reportAt(4), reportAt(6)]);

    expect(decodeLocationBatch(body)).toMatchObject({ statedCount: 3, batchKind: 1, badCount: 0 });
    expect(secondsOf(body)).toEqual([5, 4, 6]);
  });
});
