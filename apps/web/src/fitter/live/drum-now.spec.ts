import { drumNow } from './drum-now.js';

describe('drumNow', () => {
  it.each([
    { sent: 'forward', isInverted: false, shown: 'forward' },
    { sent: 'forward', isInverted: true, shown: 'reverse' },
    { sent: 'reverse', isInverted: true, shown: 'forward' },
    { sent: 'stopped', isInverted: true, shown: 'stopped' },
    { sent: null, isInverted: true, shown: null },
  ] as const)('shows $shown for $sent, inverted: $isInverted', ({ sent, isInverted, shown }) => {
    expect(drumNow(sent, isInverted)).toBe(shown);
  });
});
