import { jsonOf } from './extras-text.js';

describe('jsonOf', () => {
  it.each([
    { extras: { rssi: 20, recorderSpeedKph: 28.5 }, why: 'numbers alone' },
    { extras: { small: 1e-9, large: 1e25, zero: -0 }, why: 'numbers that are written otherwise' },
    { extras: { 'k"ey\n混': 3 }, why: 'a name that needs escaping' },
    { extras: { rssi: 20, drumState: 'reverse' }, why: 'a word among the numbers' },
    { extras: { rssi: 20, speed: Number.NaN }, why: 'no number at all' },
    { extras: { raw: { e1: 'ff' } }, why: 'an object inside' },
    { extras: {}, why: 'nothing' },
  ])('writes $why as JSON does', ({ extras }) => {
    expect(jsonOf(extras)).toBe(JSON.stringify(extras));
  });

  it('has no text for what is not there', () => {
    expect(jsonOf(null)).toBeNull();
  });
});
