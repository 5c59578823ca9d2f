import { type DecisionView, registrationState } from '@tongyun/contracts';
import { SYSTEM_SCOPE } from '@tongyun/kernel';
import { useQuery } from '@tanstack/react-query';
import { Drawer, Empty, Timeline } from 'antd';
import { useTranslation } from 'react-i18next';
import { listRegistrationDecisions } from '../../api/compliance.js';
import { useSession } from '../../api/use-session.js';
import { formatDateTime } from '../../i18n/time.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { LIST_KEYS } from '../lists/list-keys.js';

export interface RegistrationHistoryProps {
  readonly vehicleId: string;
  readonly name: string;
  readonly onClose: () => void;
}

/** Who decided what, when and why; nothing of it is ever overwritten. */
export function RegistrationHistory({ vehicleId, name, onClose }: RegistrationHistoryProps) {
  const { t } = useTranslation('admin');
  const { data, error } = useQuery({
    queryKey: [...LIST_KEYS.registrations, 'decisions', vehicleId],
    queryFn: () => listRegistrationDecisions(vehicleId),
  });
  return (
    <Drawer open title={t('decision.historyOf', { name })} onClose={onClose}>
      <RefusalNotice error={error} />
      {data?.items.length === 0 && <Empty description={t('decision.noHistory')} />}
      <Timeline
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
  const { fromState, toState, reason, decidedBy, decidedAt } = decision;
  const stateName = useStateName();
  return (
    <>
      <strong>
        {fromState === null ? t('decision.first') : stateName(fromState)} → {stateName(toState)}
      </strong>
      <div>{reason}</div>
      <div className="admin-quiet">
        {formatDateTime(decidedAt)} · <Decider id={decidedBy} />
      </div>
    </>
  );
}

function Decider({ id }: { readonly id: string }) {
  const { t } = useTranslation('admin');
  const session = useSession();
  if (id === SYSTEM_SCOPE.userId) return t('decision.system');
  if (session.status === 'signed_in' && session.user.id === id) return t('decision.mine');
  return t('decision.by', { id: id.slice(-8) });
}

function useStateName(): (state: string) => string {
  const { t } = useTranslation('shared');
  return (state) => {
    const known = registrationState.safeParse(state);
    return known.success ? t(`registrationState.${known.data}`) : state;
  };
}
