import { moveStart, suggestStart } from './suggest-start.js';

const at = (text: string) => new Date(`2026-11-${text}:00+08:00`);
const EVENING = at('23T20:15');

describe('suggestStart', () => {
  it.each([
    { nextJobAt: '24T05:47', start: '24T05:10', why: 'half an hour before his next job' },
    { nextJobAt: null, start: '24T06:00', why: 'six the next morning without a job' },
    { nextJobAt: '26T07:00', start: '24T06:00', why: 'a job of another day does not count' },
  ])('is $start: $why', ({ nextJobAt, start }) => {
    const job = nextJobAt === null ? null : at(nextJobAt).toISOString();

    expect(suggestStart(job, EVENING)).toEqual(at(start));
  });

  it('is this morning for who asks before six', () => {
    expect(suggestStart(null, at('24T04:30'))).toEqual(at('24T06:00'));
  });
});

describe('moveStart', () => {
  it('goes earlier and later, and never into what has passed or too far ahead', () => {
    expect(moveStart(at('24T06:00'), -30, EVENING)).toEqual(at('24T05:30'));
    expect(moveStart(at('23T20:20'), -30, EVENING)).toEqual(at('23T20:20'));
    expect(moveStart(at('25T08:10'), 30, EVENING)).toEqual(at('25T08:10'));
  });
});
