import type { AlertView } from '@tongyun/contracts';
import { anAlert as alert } from './an-alert.js';
import { findToRing, mergeAlerts } from './desk-alerts.js';

const ofCause = (id: string, over: Partial<AlertView> = {}): AlertView =>
  alert(id, { causeKey: 'c', vehicleId: `of ${id}`, ...over });

describe('the alerts of the desk', () => {
  it('are each there once, as last changed, the newest first', () => {
    const old = alert('old');
    const recent = alert('recent', { openedAt: '2026-11-23T01:00:00.000Z' });
    const decided = alert('old', { state: 'acknowledged', version: 2 });

    expect(mergeAlerts([[old], [decided], [recent, old]])).toEqual([recent, decided]);
  });

  it.each([
    { known: ['a', 'b', 'c'], rings: undefined, why: 'all are known' },
    { known: ['a'], rings: 'c', why: 'the gravest' },
    { known: ['c'], rings: 'a', why: 'the newest of the same level' },
  ])('ring for $rings: $why', ({ known, rings }) => {
    const alerts = [
      alert('closed', { state: 'closed', level: 'grave' }),
      alert('a'),
      alert('b'),
      alert('c', { level: 'grave' }),
    ];

    expect(findToRing(alerts, new Set(known))?.id).toBe(rings);
  });

  it('do not ring when they are muted', () => {
    const mute = { ground: 'emergency', reason: '抢险', until: '2026-11-24T00:00:00Z' } as const;

    expect(findToRing([alert('a', { mute })], new Set())).toBeUndefined();
  });

  it('ring once for what one cause makes of many vehicles', () => {
    const [first, second] = [ofCause('a'), ofCause('b')];

    expect(findToRing([first], new Set())).toBe(first);
    expect(findToRing([second, first], new Set(['a']))).toBeUndefined();
  });

  it.each([
    { over: { causeKey: 'other' }, why: 'another cause' },
    { over: { level: 'grave' }, why: 'graver' },
    { over: { vehicleId: 'of a' }, why: 'the same vehicle once more' },
    { over: { openedAt: '2026-11-24T00:00:00.000Z' }, why: 'a day later' },
  ] as const)('ring all the same for $why', ({ over }) => {
    const again = ofCause('b', over);

    expect(findToRing([again, ofCause('a')], new Set(['a']))).toBe(again);
  });

  it('ring when only a muted one has spoken of the cause', () => {
    const mute = { ground: 'emergency', reason: '抢险', until: '2026-11-24T00:00:00Z' } as const;
    const [muted, second] = [ofCause('a', { mute }), ofCause('b')];

    expect(findToRing([second, muted], new Set(['a']))).toBe(second);
  });
});
