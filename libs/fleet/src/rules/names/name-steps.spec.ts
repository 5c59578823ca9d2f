import type { EnterpriseId } from '@tongyun/kernel';
import { judgeNameStep, nameStepsFrom, nameStepsOf } from './name-steps.js';

const enterprise = {
  roles: ['enterprise_manager' as const],
  enterpriseIds: ['own' as EnterpriseId],
};
const administration = { roles: ['concrete_admin' as const], enterpriseIds: 'all' as const };
const bureau = { roles: ['district_bureau' as const], enterpriseIds: 'all' as const };

describe('a request for a name', () => {
  it.each([
    { who: 'the enterprise', scope: enterprise, steps: ['withdrawn'] },
    { who: 'the administration', scope: administration, steps: ['granted', 'refused'] },
    { who: 'a bureau', scope: bureau, steps: [] },
  ])('that is asked is taken to $steps by $who', ({ scope, steps }) => {
    expect(nameStepsOf('asked', scope)).toEqual(steps);
  });

  it.each(['granted', 'refused', 'withdrawn'] as const)('that is %s is settled', (state) => {
    expect(nameStepsFrom(state)).toEqual([]);
    expect(judgeNameStep(state, 'granted', administration)).toBe('no_such_step');
    expect(judgeNameStep(state, 'withdrawn', enterprise)).toBe('no_such_step');
  });

  it('is not granted by who asks, nor asked a second time by a step', () => {
    expect(judgeNameStep('asked', 'granted', enterprise)).toBe('not_yours');
    expect(judgeNameStep('asked', 'withdrawn', administration)).toBe('not_yours');
    expect(judgeNameStep('asked', 'asked', administration)).toBe('no_such_step');
  });
});
