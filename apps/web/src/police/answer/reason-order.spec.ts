import type { Effect, ReasonCode, ReasonView } from '@tongyun/contracts';
import { groupReasons } from './reason-order.js';

const aReason = (code: ReasonCode, effect: Effect): ReasonView => ({
  code,
  effect,
  sentence: { 'zh-CN': code, en: code },
  compared: {},
  policyVersion: '1',
  overridableBy: [],
});

describe('groupReasons', () => {
  it('puts what bars the road first and keeps the order within a group', () => {
    const groups = groupReasons([
      aReason('untrained_skill', 'forbids_work'),
      aReason('no_pass', 'forbids_road'),
      aReason('training_expired', 'notice'),
      aReason('overload', 'forbids_road'),
    ]);

    expect(groups.map(({ weight, reasons }) => [weight, reasons.map(({ code }) => code)])).toEqual([
      ['forbids_road', ['no_pass', 'overload']],
      ['forbids_work', ['untrained_skill']],
      ['notice', ['training_expired']],
    ]);
  });

  it('says of a missing or suspended registration that it bars the road in every zone', () => {
    const [suspended, ...others] = groupReasons([
      aReason('registration_suspended', 'forbids_work'),
      aReason('not_registered', 'forbids_work'),
    ]);

    expect(suspended?.weight).toBe('forbids_zones');
    expect(others).toEqual([]);
    expect(groupReasons([aReason('registration_suspended', 'forbids_road')])).toMatchObject([
      { weight: 'forbids_road' },
    ]);
  });

  it('has no empty group', () => {
    expect(groupReasons([])).toEqual([]);
  });
});
