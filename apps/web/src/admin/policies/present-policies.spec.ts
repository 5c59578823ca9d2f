import type { PolicyView } from '@tongyun/contracts';
import { findPresentPolicies } from './present-policies.js';

const NOW = new Date('2026-11-24T00:00:00Z');
const decision = (version: number, effectiveFrom: string, over: Partial<PolicyView> = {}) =>
  ({
    key: 'alerts.long_stop_min',
    scope: 'city',
    version,
    value: version,
    effectiveFrom,
    source: '通告',
    confidence: 'decided',
    decidedBy: null,
    reason: '理由',
    ...over,
  }) satisfies PolicyView;

describe('findPresentPolicies', () => {
  it('takes the latest in force, and keeps apart what is yet to come', () => {
    const shipped = decision(0, '1970-01-01T00:00:00Z');
    const decided = decision(1, '2026-11-01T00:00:00Z');
    const next = decision(2, '2027-01-01T00:00:00Z');

    expect(findPresentPolicies([next, shipped, decided], NOW)).toEqual([
      {
        key: 'alerts.long_stop_min',
        scope: 'city',
        present: decided,
        coming: [next],
        all: [next, decided, shipped],
      },
    ]);
  });

  it('takes the later decided of two that begin at once, from that instant on', () => {
    const at = NOW.toISOString();

    const [policy] = findPresentPolicies([decision(2, at), decision(1, at)], NOW);

    expect(policy?.present.version).toBe(2);
  });

  it('has a row for each scope, also for one whose first decision is yet to come', () => {
    const scope = 'enterprise:x';
    const rows = findPresentPolicies(
      [decision(0, '1970-01-01T00:00:00Z'), decision(1, '2027-01-01T00:00:00Z', { scope })],
      NOW,
    );

    expect(rows.map(({ scope: of, present }) => [of, present.version])).toEqual([
      ['city', 0],
      [scope, 1],
    ]);
  });
});
