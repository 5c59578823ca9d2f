import { gapMinutes } from './gap-minutes.js';

describe('gapMinutes', () => {
  it.each([
    { code: 'cold_joint', detail: '3360 s', minutes: 56 },
    { code: 'cold_joint', detail: 'truck 3', minutes: null },
    { code: 'truck_busy', detail: '3360 s', minutes: null },
  ])('is $minutes of $code, $detail', ({ minutes, ...fault }) => {
    expect(gapMinutes(fault)).toBe(minutes);
  });
});
