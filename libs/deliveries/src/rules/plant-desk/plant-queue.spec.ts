import {
  findNextTruck,
  findQueueState,
  judgeCall,
  type TripAtPlant,
  type WaitingTruck,
} from './plant-queue.js';

const at = (clock: string) => new Date(`2026-11-23T${clock}:00Z`);
const truck = (tripId: string, change: Partial<WaitingTruck> = {}): WaitingTruck => ({
  tripId,
  plannedAt: at('01:00'),
  waitingSince: at('00:30'),
  isSiteReady: true,
  isPumpThere: true,
  ...change,
});

const policy = (queueOrder: 'strict' | 'preferred' | 'off') => ({
  queueOrder,
  holdsForSite: true,
  holdsForPump: true,
});

const HOLDS = { holdsForSite: true, holdsForPump: true };
const HOLDS_NOTHING = { holdsForSite: false, holdsForPump: false };

describe('findQueueState', () => {
  const trip: TripAtPlant = {
    stage: 'assigned',
    batchedAt: null,
    isCalled: false,
    waitingSince: at('00:30'),
  };

  it.each<{ change: Partial<TripAtPlant>; state: string }>([
    { change: { waitingSince: null }, state: 'due' },
    { change: {}, state: 'waiting' },
    { change: { isCalled: true }, state: 'called' },
    { change: { stage: 'loading', isCalled: true }, state: 'loading' },
    { change: { stage: 'loading', batchedAt: at('00:50') }, state: 'batched' },
    { change: { stage: 'en_route', batchedAt: at('00:50') }, state: 'left' },
    { change: { stage: 'cancelled' }, state: 'left' },
  ])('is $state', ({ change, state }) => {
    expect(findQueueState({ ...trip, ...change })).toBe(state);
  });
});

describe('findNextTruck', () => {
  it('takes the earliest slot, then who came first', () => {
    const late = truck('a', { plannedAt: at('02:00') });
    const second = truck('b', { waitingSince: at('00:40') });

    expect(findNextTruck([late, second, truck('c')], HOLDS_NOTHING)?.tripId).toBe('c');
  });

  it.each([
    { isSiteReady: false, why: 'whose site is not ready' },
    { isPumpThere: false, why: 'whose pump is not at the site' },
  ])('passes over a truck $why, where the plant holds for it', ({ why: _why, ...change }) => {
    const held = truck('a', change);
    const other = truck('b', { plannedAt: at('02:00') });

    expect(findNextTruck([held, other], HOLDS)?.tripId).toBe('b');
    expect(findNextTruck([held, other], HOLDS_NOTHING)?.tripId).toBe('a');
    expect(findNextTruck([held], HOLDS)).toBeNull();
  });
});

describe('judgeCall', () => {
  const next = truck('a');
  const other = truck('b', { plannedAt: at('02:00') });
  it('lets whose turn it is load', () => {
    expect(judgeCall(next, next, policy('strict'), false)).toEqual({ ok: true, isJump: false });
    expect(judgeCall(other, null, policy('strict'), false)).toEqual({ ok: true, isJump: false });
  });

  it.each([
    { queueOrder: 'strict', hasReason: true, verdict: { ok: false, why: 'jump_refused' } },
    { queueOrder: 'preferred', hasReason: false, verdict: { ok: false, why: 'jump_needs_reason' } },
    { queueOrder: 'preferred', hasReason: true, verdict: { ok: true, isJump: true } },
    { queueOrder: 'off', hasReason: false, verdict: { ok: true, isJump: true } },
  ] as const)(
    'judges a jump where the order is $queueOrder, with a reason: $hasReason',
    ({ queueOrder, hasReason, verdict }) => {
      expect(judgeCall(other, next, policy(queueOrder), hasReason)).toEqual(verdict);
    },
  );

  it.each([
    { change: { isSiteReady: false }, why: 'site_not_ready' },
    { change: { isPumpThere: false }, why: 'pump_not_there' },
  ])('holds a truck back: $why', ({ change, why }) => {
    expect(judgeCall(truck('a', change), next, policy('off'), true)).toEqual({ ok: false, why });
  });
});
