import type { EnterpriseId } from '@tongyun/kernel';
import { anAuthority, anEmployee } from '../../../../test/support/scopes.js';
import {
  judgeTransferStep,
  type TransferState,
  transferStepsFrom,
  transferStepsOf,
} from './vehicle-transfer.js';

const [giver, taker] = ['giver', 'taker'] as EnterpriseId[] as [EnterpriseId, EnterpriseId];
const inState = (state: TransferState) => ({
  state,
  fromEnterpriseId: giver,
  toEnterpriseId: taker,
});
const SCOPES = {
  giver: anEmployee(giver, 'enterprise_manager'),
  taker: anEmployee(taker, 'enterprise_manager'),
  bureau: anAuthority('district_bureau', { district: '余杭' }),
  administration: anAuthority('concrete_admin'),
  stranger: anEmployee('stranger' as EnterpriseId, 'enterprise_manager'),
};

describe('the steps of a transfer', () => {
  it.each([
    { from: 'asked', to: 'agreed', by: ['giver'] },
    { from: 'asked', to: 'declined', by: ['giver'] },
    { from: 'asked', to: 'withdrawn', by: ['taker'] },
    { from: 'agreed', to: 'withdrawn', by: ['taker'] },
    { from: 'agreed', to: 'approved', by: ['bureau', 'administration'] },
    { from: 'agreed', to: 'refused', by: ['bureau', 'administration'] },
  ] as const)('from $from to $to are taken by $by alone', ({ from, to, by }) => {
    const takers = Object.entries(SCOPES)
      .filter(([, scope]) => judgeTransferStep(inState(from), to, scope) === 'ok')
      .map(([name]) => name);

    expect(takers).toEqual([...by]);
  });

  it('are none before the giver has agreed, and none once it is settled', () => {
    expect(judgeTransferStep(inState('asked'), 'approved', SCOPES.administration)).toBe(
      'no_such_step',
    );
    for (const settled of ['declined', 'withdrawn', 'approved', 'refused'] as const) {
      expect(transferStepsFrom(settled)).toEqual([]);
    }
  });

  it('are offered to whoever may take them, and to nobody else', () => {
    expect(transferStepsOf(inState('asked'), SCOPES.giver)).toEqual(['agreed', 'declined']);
    expect(transferStepsOf(inState('agreed'), SCOPES.taker)).toEqual(['withdrawn']);
    expect(transferStepsOf(inState('agreed'), SCOPES.giver)).toEqual([]);
    expect(transferStepsOf(inState('agreed'), SCOPES.bureau)).toEqual(['approved', 'refused']);
  });
});
