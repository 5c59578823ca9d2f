import { computeRetryDelayMs } from './retry-delay.js';

describe('computeRetryDelayMs', () => {
  it.each([
    { failures: 1, luck: 0, delayMs: 1_000, why: 'half of the first two seconds' },
    { failures: 1, luck: 0.999, delayMs: 1_999, why: 'all but all of them' },
    { failures: 4, luck: 0, delayMs: 8_000, why: 'doubled three times' },
    { failures: 99, luck: 0.5, delayMs: 45_000, why: 'never more than a minute' },
  ])('waits $delayMs ms after $failures failures ($why)', ({ failures, luck, delayMs }) => {
    expect(computeRetryDelayMs(failures, luck)).toBe(delayMs);
  });
});
