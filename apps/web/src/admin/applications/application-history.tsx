import {
  type DecisionView,
  passApplicationState,
  approvalBody,
  type PassApplicationView,
} from '@tongyun/contracts';
import { useQuery } from '@tanstack/react-query';
import { Drawer, Timeline } from 'antd';
import { useTranslation } from 'react-i18next';
import { listPassApplicationDecisions } from '../../api/pass-applications.js';
import { formatDateTime } from '../../i18n/time.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { Decider } from '../decisions/decider.js';
import { LIST_KEYS } from '../lists/list-keys.js';

export interface ApplicationHistoryProps {
  readonly application: PassApplicationView;
  readonly onClose: () => void;
}

/** Who applied, who let it pass or refused it, when and why. */
export function ApplicationHistory({ application, onClose }: ApplicationHistoryProps) {
  const { t } = useTranslation('admin');
  const { id, applicationNo } = application;
  const { data, error } = useQuery({
    queryKey: [...LIST_KEYS.applications, 'decisions', id],
    queryFn: () => listPassApplicationDecisions(id),
  });
  return (
    <Drawer
      open
      size={520}
      title={t('decision.historyOf', { name: applicationNo })}
      onClose={onClose}
    >
      <RefusalNotice error={error} />
      <Timeline
        className="admin-timeline"
        items={(data?.items ?? []).map((decision) => ({
          key: decision.decidedAt + decision.toState,
          content: <Step decision={decision} />,
        }))}
      />
    </Drawer>
  );
}

function Step({ decision }: { readonly decision: DecisionView }) {
  const { fromState, toState, reason, decidedAt } = decision;
  const { t } = useTranslation('admin');
  const stageName = useStageName();
  return (
    <>
      <strong>
        {fromState === null ? t('application.apply') : stageName(fromState)} → {stageName(toState)}
      </strong>
      <div>{reason}</div>
      <div className="admin-quiet">
        {formatDateTime(decidedAt)} · <Decider decision={decision} />
      </div>
    </>
  );
}

const AT = 'at_';

/** Whom an application waits for, or what became of it. */
function useStageName(): (stage: string) => string {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  return (stage) => {
    const body = approvalBody.safeParse(stage.startsWith(AT) ? stage.slice(AT.length) : '');
    if (body.success) return t(`application.steps.${body.data}`);
    const state = passApplicationState.safeParse(stage);
    return state.success ? shared(`stateOf.application.${state.data}`) : stage;
  };
}
