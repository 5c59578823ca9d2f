import { Alert, Button, Space, Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { moveInPlan } from '../../api/day-plans.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { DifferenceList } from '../changes/difference-list.js';
import { changing } from '../commands/plan-command.js';
import { useOpenPlan, usePlanDesk } from '../plan-desk.js';
import { FaultList } from './fault-list.js';
import { MoveWords } from './move-words.js';
import { type Proposal, toMoveRequest } from './proposal.js';
import { useTrial } from './use-trial.js';

/** A move that is tried: what the rules say of it, and what would come of it. */
export function MovePanel({ proposal }: { readonly proposal: Proposal }) {
  const { t } = useTranslation('plan');
  const { plan, index } = useOpenPlan();
  const { act, commands } = usePlanDesk();
  const trial = useTrial(proposal);
  const isAllowed = trial.data?.faults.length === 0;
  const confirm = () =>
    commands.run(
      changing('move', (seen) => moveInPlan(seen, toMoveRequest(proposal, index, false))),
    );
  return (
    <section className="plan-side-body plan-panel" data-testid="move-panel" aria-live="polite">
      <header className="plan-panel-head">
        <h2>{t('move.title')}</h2>
      </header>
      <MoveWords proposal={proposal} />
      {trial.isPending && <Spin />}
      <RefusalNotice error={trial.error} />
      {trial.data && (
        <Alert
          type={isAllowed ? 'success' : 'error'}
          showIcon
          data-testid="move-verdict"
          data-allowed={isAllowed}
          title={t(isAllowed ? 'move.allowed' : 'move.refused')}
          description={isAllowed ? t('move.pins') : <FaultList faults={trial.data.faults} />}
        />
      )}
      {trial.data && isAllowed && (
        <DifferenceList before={plan} outcome={trial.data} event={null} />
      )}
      <Space>
        <Button
          key={`${isAllowed}`}
          type="primary"
          autoFocus={isAllowed}
          data-testid="move-confirm"
          disabled={!isAllowed}
          loading={commands.running === 'move'}
          onClick={confirm}
        >
          {t('move.confirm')} <kbd>↵</kbd>
        </Button>
        <Button data-testid="move-take-back" onClick={() => act({ do: 'take_back' })}>
          {t('move.takeBack')} <kbd>Esc</kbd>
        </Button>
      </Space>
    </section>
  );
}
