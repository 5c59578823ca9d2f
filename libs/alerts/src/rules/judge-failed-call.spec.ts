import { secondsBetween } from '@tongyun/kernel';
import { judgeFailedCall } from './judge-failed-call.js';

const now = new Date('2026-11-23T08:00:00Z');

describe('judgeFailedCall', () => {
  it.each([
    [1, 15],
    [2, 30],
    [8, 1_920],
    [9, 3_600],
    [15, 3_600],
  ])('after %i calls waits %i s', (calls, waitSec) => {
    const verdict = judgeFailedCall(calls, now);

    expect(verdict.state === 'again' && secondsBetween(now, verdict.nextAt)).toBe(waitSec);
  });

  it('gives up after sixteen', () => {
    expect(judgeFailedCall(16, now)).toEqual({ state: 'give_up' });
  });
});
