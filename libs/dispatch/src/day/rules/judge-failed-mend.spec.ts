import { secondsBetween } from '@tongyun/kernel';
import { judgeFailedMend } from './judge-failed-mend.js';

const now = new Date('2026-11-23T08:00:00Z');

describe('judgeFailedMend', () => {
  it.each([
    [1, 5],
    [2, 10],
    [6, 160],
    [7, 300],
    [17, 300],
  ])('after %i failures waits %i s', (attempts, waitSec) => {
    const verdict = judgeFailedMend(attempts, now);

    expect(verdict.state === 'again' && secondsBetween(now, verdict.nextAt)).toBe(waitSec);
  });

  it('gives up after eighteen', () => {
    expect(judgeFailedMend(18, now)).toEqual({ state: 'give_up' });
  });
});
