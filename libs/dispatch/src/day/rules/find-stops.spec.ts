import { findStops, isStopped } from './find-stops.js';
import type { ContentEvent } from './plan-content.js';

const at = (clock: string): string => `2026-11-30T${clock}:00.000Z`;
const stop = (
  kind: 'rain_stop' | 'site_not_ready',
  said: string,
  until: string,
  orderId = 'order',
): ContentEvent => ({ kind, orderId, at: at(said), until: at(until), reason: 'somebody called' });
const over = (said: string, from: string, orderId = 'order'): ContentEvent => ({
  kind: 'stop_over',
  orderId,
  at: at(said),
  from: at(from),
  reason: 'somebody called again',
});
const untilOf = (...events: ContentEvent[]) => findStops(events).map(({ until }) => until);

describe('a stop at a site', () => {
  const rain = stop('rain_stop', '08:00', '12:00');

  it('lasts as long as was said', () => {
    expect(untilOf(rain)).toEqual([at('12:00')]);
    expect(untilOf(stop('site_not_ready', '08:00', '09:00'), rain)).toEqual([
      at('09:00'),
      at('12:00'),
    ]);
  });

  it('is over from when somebody says so, sooner or later', () => {
    expect(untilOf(rain, over('09:00', '09:00'))).toEqual([at('09:00')]);
    expect(untilOf(rain, over('09:00', '13:00'))).toEqual([at('13:00')]);
    expect(untilOf(rain, over('09:00', '07:00'))).toEqual([at('08:00')]);
  });

  it.each([
    { why: 'it was of another site', events: [rain, over('09:00', '09:00', 'other')] },
    { why: 'it was said before it began', events: [over('07:00', '07:00'), rain] },
    { why: 'it was over already', events: [rain, over('12:30', '12:30')] },
  ])('goes on where $why', ({ events }) => {
    expect(untilOf(...events)).toEqual([at('12:00')]);
  });

  it('is one at an instant before it is over, at its own site', () => {
    const events = [rain, over('09:00', '10:00')];

    expect(isStopped(events, 'order', new Date(at('09:59')))).toBe(true);
    expect(isStopped(events, 'order', new Date(at('10:00')))).toBe(false);
    expect(isStopped(events, 'other', new Date(at('09:59')))).toBe(false);
  });
});
