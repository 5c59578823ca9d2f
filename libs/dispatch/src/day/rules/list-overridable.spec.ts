import type { Reason } from '@tongyun/permission';
import { listOverridable } from './list-overridable.js';

const reason = (given: Partial<Reason>): Reason => ({
  code: 'training_expired',
  effect: 'forbids_work',
  sentence: { zhCN: '', en: '' } as never,
  compared: {},
  policyVersion: '1',
  overridableBy: ['enterprise_manager'],
  ...given,
});

describe('listOverridable', () => {
  it.each([
    { why: 'somebody may override it', given: {}, forbidden: ['training_expired'], is: [0] },
    {
      why: 'nobody may',
      given: { overridableBy: [] },
      forbidden: ['training_expired'],
      is: [],
    },
    {
      why: 'it is a road reason',
      given: { code: 'no_pass' as const, effect: 'forbids_road' as const },
      forbidden: ['no_pass'],
      is: [],
    },
    {
      why: 'something else stands in the way too',
      given: {},
      forbidden: ['training_expired', 'broken_down'],
      is: [],
    },
    { why: 'nothing does', given: {}, forbidden: [], is: [] },
  ])('is $is when $why', ({ given, forbidden, is }) => {
    expect(listOverridable([{ reasons: [reason(given)] }], [{ forbidden }])).toEqual(is);
  });
});
