import { fitLabel } from './fit-label.js';

describe('fitLabel', () => {
  it.each([
    { label: '3 钱江新城', px: 100, shown: '3 钱江新城', why: 'there is room' },
    { label: '3 钱江新城', px: 50, shown: '3 钱…', why: 'cut short' },
    { label: 'QJ-03', px: 14, shown: '', why: 'no room for anything' },
  ])('shows $shown in $px px ($why)', ({ label, px, shown }) => {
    expect(fitLabel(label, px)).toBe(shown);
  });
});
