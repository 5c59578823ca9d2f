import { addSeconds } from '@tongyun/kernel';
import { judgeRefresh } from './refresh-token.js';

const now = new Date('2026-05-04T08:00:00Z');
const fresh = { expiresAt: addSeconds(now, 3_600), replacedAt: null, revokedAt: null };
const replaced = (sec: number) => ({ ...fresh, replacedAt: addSeconds(now, -sec) });

describe('judgeRefresh', () => {
  it.each([
    { why: 'the newest of its family', token: fresh, verdict: 'current' },
    { why: 'run out this instant', token: { ...fresh, expiresAt: now }, verdict: 'ended' },
    { why: 'replaced a minute ago', token: replaced(60), verdict: 'in_grace' },
    { why: 'replaced a little longer ago', token: replaced(61), verdict: 'answer_lost' },
    { why: 'revoked', token: { ...fresh, revokedAt: now }, verdict: 'reused' },
    {
      why: 'replaced in the grace, but revoked since',
      token: { ...replaced(5), revokedAt: now },
      verdict: 'reused',
    },
  ])('is $verdict when $why', ({ token, verdict }) => {
    expect(judgeRefresh(token, false, now)).toBe(verdict);
  });

  it('finds the thief once a successor was used', () => {
    expect(judgeRefresh(replaced(61), true, now)).toBe('reused');
  });

  it('gives two pages that refresh at once the grace even then', () => {
    expect(judgeRefresh(replaced(30), true, now)).toBe('in_grace');
  });
});
