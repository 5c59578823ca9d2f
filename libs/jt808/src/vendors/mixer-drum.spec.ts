import { decodeLocation, encodeLocation } from '../messages/location.js';
import { DRUM_ITEM_ID, findDrumReading, invertDrum, toDrumItem } from './mixer-drum.js';

const itemOf = (...value: number[]) => [{ id: DRUM_ITEM_ID, value: Uint8Array.from(value) }];

describe('findDrumReading', () => {
  it.each([
    { value: [0], reading: { state: 'stopped', speedRpm: null }, why: 'a direction alone' },
    { value: [1, 0, 83], reading: { state: 'forward', speedRpm: 8.3 }, why: 'mixing' },
    { value: [2, 0, 120], reading: { state: 'reverse', speedRpm: 12 }, why: 'emptying' },
    { value: [3], reading: null, why: 'no such direction' },
    { value: [], reading: null, why: 'nothing' },
    { value: [1, 0], reading: null, why: 'half a speed' },
  ])('reads $value as $reading.state: $why', ({ value, reading }) => {
    expect(findDrumReading(itemOf(...value))).toEqual(reading);
  });

  it('finds nothing among the items of others', () => {
    expect(findDrumReading([{ id: 0xe1, value: Uint8Array.of(1) }])).toBeNull();
  });

  it('comes through a position report', () => {
    const reading = { state: 'reverse', speedRpm: 11.5 } as const;
    const wire = encodeLocation({
      statusBits: 3,
      latE6: 30_274_150,
      lngE6: 120_155_150,
      altitudeM: 0,
      speedKph: 0,
      headingDeg: 0,
      at: new Date('2026-05-04T08:00:00Z'),
      items: { satellites: 9, raw: [toDrumItem(reading)] },
    });

    expect(findDrumReading(decodeLocation(wire)!.report.items.raw)).toEqual(reading);
  });
});

describe('invertDrum', () => {
  it.each([
    { state: 'forward', inverted: 'reverse' },
    { state: 'reverse', inverted: 'forward' },
    { state: 'stopped', inverted: 'stopped' },
  ] as const)('makes $inverted of $state', ({ state, inverted }) => {
    expect(invertDrum(state)).toBe(inverted);
  });
});
