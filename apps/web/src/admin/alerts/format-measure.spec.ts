import { formatMeasure } from './format-measure.js';

describe('formatMeasure', () => {
  it.each([
    { value: 31_204, limitValue: 30_000, unit: 'm', text: '31.20 / 30.00 km', why: 'a long way' },
    { value: 320, limitValue: 200, unit: 'm', text: '320 / 200 m', why: 'a short way' },
    { value: 10.26, limitValue: null, unit: 'min', text: '10.3 min', why: 'no limit' },
    { value: null, limitValue: 30_000, unit: 'm', text: '', why: 'nothing was measured' },
    { value: 3, limitValue: 2, unit: null, text: '3 / 2', why: 'a bare number' },
  ])('shows "$text" ($why)', ({ text, ...measured }) => {
    expect(formatMeasure(measured)).toBe(text);
  });
});
