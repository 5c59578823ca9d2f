import { findCodeInLink, readCode } from './code-in-link.js';

describe('findCodeInLink', () => {
  it.each([
    { search: '?code=12345678', code: '12345678', why: 'the link of a QR code' },
    { search: '?code=1234567', code: null, why: 'a digit short' },
    { search: '?code=12345678x', code: null, why: 'more than digits' },
    { search: '', code: null, why: 'opened by hand' },
  ])('finds $code in "$search" ($why)', ({ search, code }) => {
    expect(findCodeInLink(search)).toBe(code);
  });
});

describe('readCode', () => {
  it.each([
    { text: '1234 5678', code: '12345678', why: 'read aloud in two halves' },
    { text: '１２３４', code: '1234', why: 'full width' },
    { text: '123456789', code: '12345678', why: 'a key too many' },
  ])('reads $code from "$text" ($why)', ({ text, code }) => {
    expect(readCode(text)).toBe(code);
  });
});
