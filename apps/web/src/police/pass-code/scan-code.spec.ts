import { hasCodeReader, passCodeInText } from './scan-code.js';

describe('a scanned text', () => {
  it.each([
    { text: 'https://tongyun.example/police.html#pass=a.b.c', code: 'a.b.c', what: 'a pass' },
    { text: 'https://tongyun.example/police.html', code: null, what: 'an address without a code' },
    { text: '浙A12345', code: null, what: 'no address' },
  ])('of $what holds the code $code', ({ text, code }) => {
    expect(passCodeInText(text)).toBe(code);
  });
});

describe('hasCodeReader', () => {
  it('is false in a browser that reads no codes', () => {
    expect(hasCodeReader({})).toBe(false);
  });
});
