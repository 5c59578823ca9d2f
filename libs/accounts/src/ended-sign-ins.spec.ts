import { newId, type UserId } from '@tongyun/kernel';
import { EndedSignIns } from './ended-sign-ins.js';

const ENDED_AT = new Date('2026-05-04T08:00:00.292Z');
const secondsAt = (time: string): number => new Date(time).getTime() / 1_000;

describe('EndedSignIns', () => {
  const ended = new EndedSignIns(
    { accessTokenMin: 15, refreshDays: 30, deviceDays: 30 },
    { now: () => ENDED_AT },
  );
  const userId = newId<UserId>();
  ended.end(userId);

  it.each([
    { issued: '2026-05-04T08:00:00.291Z', isEnded: true, why: 'before' },
    { issued: '2026-05-04T08:00:00.292Z', isEnded: true, why: 'at the same time' },
    { issued: '2026-05-04T08:00:00.293Z', isEnded: false, why: 'later in the same second' },
    { issued: '2026-05-04T08:00:01.000Z', isEnded: false, why: 'in the next' },
  ])('ends what was given $why: $isEnded', ({ issued, isEnded }) => {
    expect(ended.isEnded(userId, secondsAt(issued))).toBe(isEnded);
  });

  it('ends nothing of anybody else', () => {
    expect(ended.isEnded(newId<UserId>(), secondsAt('2026-05-04T07:00:00Z'))).toBe(false);
  });
});
