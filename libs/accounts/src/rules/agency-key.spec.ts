import { addMinutes } from '@tongyun/kernel';
import { AGENCY_KEY_PERMISSIONS, isBadgeNo, judgeAgencyKey } from './agency-key.js';
import { mayDo, PERMISSIONS } from './permissions.js';

const now = new Date('2026-11-23T02:00:00Z');
const aKey = { permissions: ['roadside.ask'], expiresAt: addMinutes(now, 1), isRevoked: false };

describe('an agency key', () => {
  it.each([
    { key: aKey, asked: 'roadside.ask', verdict: 'good', why: 'it is of its scope' },
    { key: aKey, asked: 'sightings.report', verdict: 'out_of_scope', why: 'it is of no scope' },
    { key: aKey, asked: null, verdict: 'out_of_scope', why: 'the endpoint names no permission' },
    {
      key: { ...aKey, expiresAt: now },
      asked: 'roadside.ask',
      verdict: 'expired',
      why: 'its last instant is over',
    },
    {
      key: { ...aKey, expiresAt: now, isRevoked: true },
      asked: 'roadside.ask',
      verdict: 'revoked',
      why: 'it was taken back, and is over too',
    },
  ] as const)('is $verdict for $asked when $why', ({ key, asked, verdict }) => {
    expect(judgeAgencyKey(key, asked, now)).toBe(verdict);
  });

  it('is good for nothing that an officer may not do', () => {
    const beyond = AGENCY_KEY_PERMISSIONS.filter((permission) => !mayDo(['police'], permission));

    expect(beyond).toEqual([]);
    expect(Object.keys(PERMISSIONS)).toEqual(expect.arrayContaining([...AGENCY_KEY_PERMISSIONS]));
  });
});

describe('isBadgeNo', () => {
  it.each([
    ['110042', true],
    ['HZ-0042', true],
    ['1', false],
    ['-42', false],
    ['11 0042', false],
    ['警110042', false],
    ['1'.repeat(33), false],
  ])('of %s is %s', (text, isBadge) => {
    expect(isBadgeNo(text)).toBe(isBadge);
  });
});
