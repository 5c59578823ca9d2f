import { findCodeInLink, readCode } from './code-in-link.js';

describe('findCodeInLink', () => {
  it.each([
    { search: '', hash: '#code=12345678', code: '12345678', why: 'the link of a QR code' },
    { search: '?code=12345678', hash: '', code: '12345678', why: 'a link written by hand' },
    { search: '', hash: '#code=1234567', code: null, why: 'a digit short' },
    { search: '', hash: '#code=12345678x', code: null, why: 'more than digits' },
    { search: '', hash: '', code: null, why: 'opened without a link' },
  ])('finds $code in "$search$hash" ($why)', ({ search, hash, code }) => {
    expect(findCodeInLink({ search, hash })).toBe(code);
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
