import { amount } from './format-count.js';

describe('an amount', () => {
  it.each([
    { value: 3.44, text: '3.4' },
    { value: 40, text: '40' },
    { value: 24_900.8, text: '24,901' },
  ])('of $value is written $text', ({ value, text }) => {
    expect(amount(value)).toBe(text);
  });
});
