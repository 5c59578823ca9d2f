import { ExtrasText } from './extras-text.js';

/** What is read of several, each by its place. */
function written(...several: readonly (object | null)[]): (string | null)[] {
  const text = new ExtrasText();
  const spans = several.map((extras): [number, number] => {
    const from = extras === null ? Number.NaN : text.length;
    text.add(extras);
    return [from, text.length];
  });
  return spans.map(([from, to]) => text.read(from, to));
}

describe('ExtrasText', () => {
  it.each([
    { extras: { rssi: 20, recorderSpeedKph: 28.5 }, why: 'numbers alone' },
    { extras: { a: 0, b: 9, c: 10, d: 99, e: 100, f: 999_999_999 }, why: 'numbers of any length' },
    { extras: { low: -7, high: 1e9, most: 4_294_967_295 }, why: 'numbers beside those' },
    { extras: { small: 1e-9, large: 1e25, zero: -0 }, why: 'numbers that are written otherwise' },
    { extras: { 'k"ey\n混': 3 }, why: 'a name that needs escaping' },
    { extras: { rssi: 20, drumState: 'reverse' }, why: 'a word among the numbers' },
    { extras: { rssi: 20, speed: Number.NaN }, why: 'no number at all' },
    { extras: { raw: { e1: 'ff' } }, why: 'an object inside' },
    { extras: {}, why: 'nothing' },
  ])('writes $why as JSON does', ({ extras }) => {
    expect(written(extras, { rssi: 1 })).toEqual([JSON.stringify(extras), '{"rssi":1}']);
  });

  it('has no text for what is not there', () => {
    expect(written(null, { rssi: 1 })).toEqual([null, '{"rssi":1}']);
  });

  it('keeps what was written before as it grows', () => {
    const many = Array.from({ length: 1_000 }, (_, nth) =>
      nth % 7 === 0 ? { words: `混凝土 ${nth}` } : { rssi: nth, mileage: nth / 3 },
    );
    expect(written(...many)).toEqual(many.map((extras) => JSON.stringify(extras)));
  });
});
