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

    expect(groups.map(({ effect, reasons }) => [effect, reasons.map(({ code }) => code)])).toEqual([
      ['forbids_road', ['no_pass', 'overload']],
      ['forbids_work', ['untrained_skill']],
      ['notice', ['training_expired']],
    ]);
  });

  it('has no empty group', () => {
    expect(groupReasons([])).toEqual([]);
  });
});
