import { toCopyText } from './copy-text.js';

describe('toCopyText', () => {
  it('puts a row on a line, with a tab between its values', () => {
    expect(
      toCopyText([
        ['浙A12345', 'yellow'],
        ['', null],
      ]).toString(),
    ).toBe('浙A12345\tyellow\n\t\\N\n');
  });

  it('tells what a value holds from what stands between values', () => {
    const text = toCopyText([[String.raw`\N`, 'a\tb', 'c\r\nd', String.raw`\\x01`]]).toString();

    expect(text).toBe(String.raw`\\N` + '\ta\\tb\tc\\r\\nd\t' + String.raw`\\\\x01` + '\n');
  });
});
