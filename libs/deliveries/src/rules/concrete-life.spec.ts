import { judgeConcreteLife } from './concrete-life.js';

const limits = { dischargeWithinMin: 90, warnAtMin: 60 };
const at = (clock: string) => new Date(`2026-11-23T${clock}:00Z`);

describe('judgeConcreteLife', () => {
  it('has no verdict before batching', () => {
    const load = { batchedAt: null, unloadEndAt: null };

    expect(judgeConcreteLife(load, limits, at('08:00'))).toEqual({ state: 'not_batched' });
  });

  it.each([
    { now: '08:00', state: 'fresh', remainingMin: 90, why: 'just batched' },
    { now: '08:59', state: 'fresh', remainingMin: 31, why: 'a minute before the warning' },
    { now: '09:00', state: 'due_soon', remainingMin: 30, why: 'the warning minute' },
    { now: '09:30', state: 'due_soon', remainingMin: 0, why: 'the limit still counts as in time' },
    { now: '09:31', state: 'expired', remainingMin: -1, why: 'a minute over' },
  ])('is $state at $now ($why)', ({ now, state, remainingMin }) => {
    const load = { batchedAt: at('08:00'), unloadEndAt: null };

    expect(judgeConcreteLife(load, limits, at(now))).toEqual({ state, remainingMin });
  });

  it('stops ageing at discharge', () => {
    const load = { batchedAt: at('08:00'), unloadEndAt: at('09:00') };

    expect(judgeConcreteLife(load, limits, at('23:00'))).toMatchObject({ remainingMin: 30 });
  });
});
