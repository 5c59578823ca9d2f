import { judgeStartTime } from './start-time.js';

const now = new Date('2026-11-23T12:00:00Z');

describe('judgeStartTime', () => {
  it.each([
    { at: '2026-11-23T22:00:00Z', is: 'in_time', why: 'the next morning' },
    { at: '2026-11-23T10:00:00Z', is: 'in_time', why: 'two hours ago, told without signal' },
    { at: '2026-11-23T09:59:00Z', is: 'passed', why: 'a minute before that' },
    { at: '2026-11-25T00:00:00Z', is: 'in_time', why: 'a day and a half ahead' },
    { at: '2026-11-25T00:01:00Z', is: 'too_far', why: 'a minute more' },
  ])('is $is at $at: $why', ({ at, is }) => {
    expect(judgeStartTime(new Date(at), now)).toBe(is);
  });
});
