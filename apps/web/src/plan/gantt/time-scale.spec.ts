import { pxPerHourFor, spanAround, spanOf, ticksOf, timeAt, widthOf, xOf } from './time-scale.js';

const at = (clock: string) => Date.parse(`2026-03-05T${clock}:00+08:00`);
const scale = { fromMs: at('20:00'), toMs: at('20:00') + 8 * 3_600_000, pxPerHour: 60 };

describe('the chart’s time', () => {
  it('lies evenly across, and back', () => {
    expect(xOf(scale, at('21:30'))).toBe(90);
    expect(timeAt(scale, 90)).toBe(at('21:30'));
    expect(widthOf(scale)).toBe(480);
  });

  it('marks each full hour of Shanghai where there is room, and midnight', () => {
    const ticks = ticksOf(scale);

    expect(ticks).toHaveLength(9);
    expect(ticks.filter(({ isMidnight }) => isMidnight).map(({ x }) => x)).toEqual([240]);
  });

  it.each([
    { pxPerHour: 24, stepMin: 180, why: 'far: every third hour' },
    { pxPerHour: 30, stepMin: 120, why: 'every other hour' },
    { pxPerHour: 240, stepMin: 15, why: 'near: each quarter' },
    { pxPerHour: 720, stepMin: 5, why: 'nearest' },
  ])('marks every $stepMin minutes at $pxPerHour px an hour ($why)', ({ pxPerHour, stepMin }) => {
    const [, one, other] = ticksOf({ ...scale, pxPerHour });

    expect(other!.atMs - one!.atMs).toBe(stepMin * 60_000);
  });

  it('takes a drag in whole steps', () => {
    expect(spanOf(scale, 33, 5)).toBe(35 * 60_000);
    expect(spanOf(scale, -2, 5)).toBe(-0);
  });

  it('fits a span into the width, never closer or further than can be read', () => {
    expect(pxPerHourFor(at('06:00'), at('16:00'), 1_000)).toBe(100);
    expect(pxPerHourFor(at('06:00'), at('06:10'), 5_000)).toBe(720);
    expect(pxPerHourFor(at('00:00'), at('00:00') + 96 * 3_600_000, 1_000)).toBe(24);
  });

  it('covers whole hours around all that is planned, else the day', () => {
    const day = ['2026-03-05T04:00:00+08:00', '2026-03-06T04:00:00+08:00'] as const;

    expect(spanAround(['2026-03-05T09:10:00+08:00', '2026-03-05T11:50:00+08:00'], day)).toEqual({
      fromMs: at('09:00'),
      toMs: at('12:00'),
    });
    expect(spanAround([], day)).toMatchObject({ fromMs: at('04:00') });
  });
});
