import { type DecisionView, registrationState } from '@tongyun/contracts';
import { useQuery } from '@tanstack/react-query';
import { Drawer, Empty, Timeline } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../i18n/time.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { Decider } from '../decisions/decider.js';
import { RegistrationProgress } from './registration-progress.js';
import type { SteppedRegistration } from './registration-stages.js';

export interface RegistrationHistoryProps {
  /** What people call what is registered. */
  readonly name: string;
  readonly registration: SteppedRegistration;
  readonly queryKey: readonly string[];
  readonly loadDecisions: () => Promise<{ readonly items: readonly DecisionView[] }>;
  readonly onClose: () => void;
}

/** How far it is, and who decided what, when and why; nothing of it is ever overwritten. */
export function RegistrationHistory({
  name,
  registration,
  queryKey,
  loadDecisions,
  onClose,
}: RegistrationHistoryProps) {
  const { t } = useTranslation('admin');
  const { data, error } = useQuery({ queryKey, queryFn: loadDecisions });
  return (
    <Drawer open size={720} title={t('decision.historyOf', { name })} onClose={onClose}>
      <RefusalNotice error={error} />
      <RegistrationProgress registration={registration} />
      {data?.items.length === 0 && <Empty description={t('decision.noHistory')} />}
      <Timeline
        className="admin-timeline"
        items={(data?.items ?? []).map((decision) => ({
          key: decision.decidedAt + decision.toState,
          content: <DecisionLine decision={decision} />,
        }))}
      />
    </Drawer>
  );
}

function DecisionLine({ decision }: { readonly decision: DecisionView }) {
  const { t } = useTranslation('admin');
  const { fromState, toState, reason, decidedAt } = decision;
  const stateName = useStateName();
  return (
    <>
      <strong>
        {fromState === toState
          ? t('registration.correct.done')
          : `${fromState === null ? t('decision.first') : stateName(fromState)} → ${stateName(toState)}`}
      </strong>
      <div>{reason}</div>
      <div className="admin-quiet">
        {formatDateTime(decidedAt)} · <Decider decision={decision} />
      </div>
    </>
  );
}

function useStateName(): (state: string) => string {
  const { t } = useTranslation('shared');
  return (state) => {
    const known = registrationState.safeParse(state);
    return known.success ? t(`registrationState.${known.data}`) : state;
  };
}
