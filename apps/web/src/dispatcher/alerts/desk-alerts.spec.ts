import { anAlert as alert } from './an-alert.js';
import { findToRing, mergeAlerts, namesOf } from './desk-alerts.js';

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
    const [first, second] = [alert('a', { causeKey: 'c' }), alert('b', { causeKey: 'c' })];
    const known = namesOf([first]);

    expect(findToRing([first], new Set())).toBe(first);
    expect(findToRing([second, first], known)).toBeUndefined();
    expect(findToRing([alert('d', { causeKey: 'other' })], known)?.id).toBe('d');
  });

  it('ring again for a cause that has become graver', () => {
    const first = alert('a', { causeKey: 'c' });
    const graver = alert('b', { causeKey: 'c', level: 'grave' });

    expect(findToRing([graver, first], namesOf([first]))).toBe(graver);
  });
});
