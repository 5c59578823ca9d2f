import type { AlertView } from '@tongyun/contracts';
import { findToRing, mergeAlerts } from './desk-alerts.js';

const alert = (id: string, over: Partial<AlertView> = {}): AlertView => ({
  id,
  code: 'over_radius',
  level: 'warning',
  state: 'open',
  vehicleId: 'v',
  plateNo: null,
  plateColor: null,
  driverName: null,
  tripId: null,
  enterpriseId: null,
  enterpriseName: null,
  subjectKind: 'plant',
  subjectId: 'p',
  subjectName: null,
  value: null,
  limitValue: null,
  unit: null,
  ruleVersion: '1',
  reasons: [],
  evidence: [],
  position: { lng: 120, lat: 30 },
  startedAt: '2026-11-23T00:00:00.000Z',
  openedAt: '2026-11-23T00:00:00.000Z',
  endedAt: null,
  isLate: false,
  mute: null,
  causeKey: null,
  causeCount: 1,
  version: 1,
  ...over,
});

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
});
