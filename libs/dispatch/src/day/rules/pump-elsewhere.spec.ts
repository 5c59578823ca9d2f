import { addMinutes, minutesBetween } from '@tongyun/kernel';
import type { DayFacts, FactPumpNow } from './day-facts.js';
import { findBackFromElsewhere } from './pump-elsewhere.js';

const start = new Date('2026-11-24T00:00:00Z');
const after = (min: number): Date => addMinutes(start, min);
const seen = { at: after(60).toISOString(), evidence: 'claim' } as const;

/** It was to leave at 0, to be ready at 60 and to pump until 240; 30 min to set up, 20 to wash: home at 290. */
const aPump = (change: Partial<FactPumpNow> = {}): FactPumpNow => ({
  vehicleId: 'pump',
  orderId: 'of yesterday',
  state: 'pumping',
  stageEvidence: { pumping: seen },
  departAt: after(0),
  readyByAt: after(60),
  untilAt: after(240),
  lateAlertId: null,
  ...change,
});
const backMin = (pump: FactPumpNow, nowMin: number): number | null => {
  const facts = {
    now: after(nowMin),
    orders: [{ id: 'of today' }],
    policy: { pumpSetupMin: 30, pumpTeardownMin: 20 },
  } as unknown as DayFacts;
  const backAt = findBackFromElsewhere(facts, pump);
  return backAt && minutesBetween(start, backAt);
};
const toLeave = { state: 'released', stageEvidence: {} } as const;

describe('a pump at a job of another day', () => {
  it.each([
    { pump: aPump(), nowMin: 100, back: 290, why: 'pumps as planned' },
    { pump: aPump(), nowMin: 300, back: 350, why: 'pumps still when it was to be home' },
    { pump: aPump(toLeave), nowMin: 40, back: 290, why: 'left unseen, and nobody is alarmed' },
    {
      pump: aPump({ ...toLeave, lateAlertId: 'alert' }),
      nowMin: 40,
      back: 330,
      why: 'has not set out though it should have',
    },
    {
      pump: aPump({ state: 'travelling', stageEvidence: {}, lateAlertId: 'alert' }),
      nowMin: 100,
      back: 360,
      why: 'is on its way though it should stand',
    },
  ])('is home at minute $back when it $why', ({ pump, nowMin, back }) => {
    expect(backMin(pump, nowMin)).toBe(back);
  });

  it.each([
    { pump: aPump({ orderId: 'of today' }), why: 'is at a job of this day' },
    { pump: aPump({ ...toLeave, departAt: after(200) }), why: 'goes to it later' },
  ])('keeps none that $why', ({ pump }) => {
    expect(backMin(pump, 100)).toBeNull();
  });
});
