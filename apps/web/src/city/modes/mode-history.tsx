import type { EnterpriseModeDecisionView } from '@tongyun/contracts';
import { useQuery } from '@tanstack/react-query';
import { Timeline } from 'antd';
import { useTranslation } from 'react-i18next';
import { listModeDecisions } from '../../api/fleet.js';
import { useSession } from '../../api/use-session.js';
import { formatDateTime } from '../../i18n/time.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';

/** Every change of mode with who, when and why. */
export function ModeHistory({ enterpriseId }: { readonly enterpriseId: string }) {
  const { t } = useTranslation('city');
  const { data, error } = useQuery({
    queryKey: ['city', 'mode-decisions', enterpriseId],
    queryFn: () => listModeDecisions(enterpriseId),
  });
  return (
    <section data-testid="mode-history">
      <h3>{t('modes.history')}</h3>
      <RefusalNotice error={error} />
      {data?.items.length === 0 && <p className="city-quiet">{t('modes.never')}</p>}
      <Timeline
        items={(data?.items ?? []).map((decision) => ({
          key: decision.decidedAt,
          content: <Change decision={decision} />,
        }))}
      />
    </section>
  );
}

function Change({ decision }: { readonly decision: EnterpriseModeDecisionView }) {
  const { t } = useTranslation('city');
  const { t: shared } = useTranslation('shared');
  const session = useSession();
  const { fromMode, toMode, reason, decidedBy, decidedAt } = decision;
  const isMine = session.status === 'signed_in' && session.user.id === decidedBy;
  return (
    <>
      <strong>
        {shared(`enterpriseMode.${fromMode}`)} → {shared(`enterpriseMode.${toMode}`)}
      </strong>
      <div>{reason}</div>
      <div className="city-quiet">
        {formatDateTime(decidedAt)} ·{' '}
        {isMine ? t('modes.mine') : t('modes.by', { id: decidedBy.slice(-8) })}
      </div>
    </>
  );
}
