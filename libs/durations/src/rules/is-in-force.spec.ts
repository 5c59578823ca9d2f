import { isInForce } from './is-in-force.js';

const AT = new Date('2026-05-01T06:00:00Z');
const LATER = new Date('2026-05-01T06:00:01Z');

describe('a decision on a duration', () => {
  it.each([
    { value: 3, untilAt: null, holds: true },
    { value: 3, untilAt: LATER, holds: true },
    { value: 3, untilAt: AT, holds: false },
    { value: 0, untilAt: null, holds: true },
    { value: null, untilAt: null, holds: false },
  ])('of $value until $untilAt is in force: $holds', ({ value, untilAt, holds }) => {
    expect(isInForce({ value, untilAt }, AT)).toBe(holds);
  });
});
