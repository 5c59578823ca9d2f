import { addMinutes, addSeconds } from '@tongyun/kernel';
import { answerTimeoutSec, judgeOpenOrder, orderExpiresAt } from './terminal-order.js';

const ORDERED = new Date('2026-05-04T08:00:00Z');
const anOrder = (sends: number, nextAt = ORDERED) => ({
  command: { kind: 'text' } as const,
  sends,
  nextAt,
  expiresAt: orderExpiresAt(ORDERED),
});

describe('answerTimeoutSec', () => {
  it.each([
    { sends: 0, timeoutSec: 15, why: 'the first sending' },
    { sends: 1, timeoutSec: 30, why: 'the first resend: 15 × 2' },
    { sends: 2, timeoutSec: 90, why: 'the second: 30 × 3' },
    { sends: 3, timeoutSec: 360, why: 'the third: 90 × 4' },
  ])('is $timeoutSec s for $why', ({ sends, timeoutSec }) => {
    expect(answerTimeoutSec(sends)).toBe(timeoutSec);
  });
});

describe('judgeOpenOrder', () => {
  it('sends a control once: a repeat would restart a terminal that has just restarted', () => {
    const control = { ...anOrder(1), command: { kind: 'control' } as const };

    expect(judgeOpenOrder(control, ORDERED)).toEqual({ state: 'unanswered' });
  });

  it('sends a new order at once and looks again after the time-out', () => {
    expect(judgeOpenOrder(anOrder(0), ORDERED)).toEqual({
      state: 'send',
      nextAt: addSeconds(ORDERED, 15),
    });
  });

  it('waits for the answer until the time-out is over', () => {
    const nextAt = addSeconds(ORDERED, 15);

    expect(judgeOpenOrder(anOrder(1, nextAt), addSeconds(ORDERED, 14))).toEqual({ state: 'wait' });
    expect(judgeOpenOrder(anOrder(1, nextAt), nextAt)).toMatchObject({ state: 'send' });
  });

  it.each([
    { sends: 3, state: 'send', why: 'two resends of three' },
    { sends: 4, state: 'unanswered', why: 'all three resends' },
  ])('is $state after $why', ({ sends, state }) => {
    expect(judgeOpenOrder(anOrder(sends), ORDERED)).toMatchObject({ state });
  });

  it.each([
    { sends: 0, minutes: 59, state: 'send', why: 'the terminal came in the last minute' },
    { sends: 0, minutes: 60, state: 'expired', why: 'the hour is over' },
    { sends: 1, minutes: 60, state: 'unanswered', why: 'it went out once' },
  ])('is $state after $minutes min: $why', ({ sends, minutes, state }) => {
    expect(judgeOpenOrder(anOrder(sends), addMinutes(ORDERED, minutes))).toMatchObject({ state });
  });
});
