import { findNextSpan, findOpenSpan } from './open-span.js';

const at = (clock: string) => new Date(`2026-12-01T${clock}:00+08:00`);
const day = { from: at('04:00'), to: new Date('2026-12-02T04:00:00+08:00') };
const access = [
  { from: at('06:00'), to: at('12:00') },
  { from: at('14:00'), to: at('22:00') },
];
const sec = (clock: string) => (at(clock).getTime() - day.from.getTime()) / 1_000;

describe('the hours in which a pour goes on', () => {
  it.each([
    { now: '05:00', wanted: '09:00', is: ['06:00', '12:00'], why: 'its first truck comes in them' },
    { now: '05:00', wanted: '12:30', is: ['14:00', '22:00'], why: 'the site is closed: the next' },
    { now: '12:30', wanted: '09:00', is: ['14:00', '22:00'], why: 'those of the morning are over' },
    { now: '05:00', wanted: '22:30', is: ['22:30', '22:30'], why: 'there are none any more' },
  ])('are $is for $wanted at $now: $why', ({ now, wanted, is }) => {
    const span = findOpenSpan({ day, now: at(now) }, { access }, at(wanted));

    expect([span.fromSec, span.toSec]).toEqual(is.map(sec));
  });

  it.each([
    { wanted: '09:00', is: ['14:00', '22:00'], why: 'it could wait for the afternoon' },
    { wanted: '12:30', is: null, why: 'it is in the last of the day already' },
    { wanted: '22:30', is: null, why: 'there are none any more' },
  ])('are followed by $is for $wanted: $why', ({ wanted, is }) => {
    const span = findNextSpan({ day, now: at('05:00') }, { access }, at(wanted));

    expect(span && [span.fromSec, span.toSec]).toEqual(is && is.map(sec));
  });
});
