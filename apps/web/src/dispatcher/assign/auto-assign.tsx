import type { AutoAssignView, OrderDetailView } from '@tongyun/contracts';
import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { autoAssign } from '../../api/dispatch.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { useReasonName } from '../../ui/use-reason-name.js';
import { useAfterAssigning } from './use-after-assigning.js';

/** One click gives every open load and pump job its best free vehicle, and says what it could not. */
export function AutoAssign({ order }: { readonly order: OrderDetailView }) {
  const { t } = useTranslation('dispatcher');
  const afterAssigning = useAfterAssigning(order.id);
  const assign = useMutation({
    mutationFn: () => autoAssign(order.id),
    onSettled: afterAssigning,
  });
  const isOpen =
    order.loads.some(({ state, assignment }) => state === 'planned' && !assignment) ||
    order.pumpJobs.some(({ assignment }) => assignment === null);
  return (
    <div className="auto-assign">
      <Tooltip title={t('order.autoAssignHint')}>
        <Button
          type="primary"
          data-testid="auto-assign"
          disabled={!isOpen}
          loading={assign.isPending}
          onClick={() => assign.mutate()}
        >
          {t('order.autoAssign')}
        </Button>
      </Tooltip>
      <RefusalNotice error={assign.error} />
      {assign.data && <AutoAssignResult result={assign.data} />}
    </div>
  );
}

function AutoAssignResult({ result: { assigned, unserved } }: { readonly result: AutoAssignView }) {
  const { t } = useTranslation('dispatcher');
  const { t: shared } = useTranslation('shared');
  const nameOf = useReasonName();
  const why = (refusedBy: Readonly<Record<string, number>>) => {
    const reasons = Object.entries(refusedBy);
    if (reasons.length === 0) return t('order.noCandidates');
    return reasons
      .map(([code, count]) => t('order.refusedBy', { count, reason: nameOf(code) }))
      .join(shared('mark.comma'));
  };
  return (
    <Alert
      closable
      data-testid="auto-assign-result"
      type={unserved.length === 0 ? 'success' : 'warning'}
      title={t('order.autoAssignDone', { assigned: assigned.length, unserved: unserved.length })}
      description={
        unserved.length > 0 && (
          <ul className="unserved">
            {unserved.map(({ loadId, pumpJobId, loadNo, refusedBy }) => (
              <li key={loadId ?? pumpJobId}>
                {shared('mark.colon', {
                  what:
                    loadNo === null ? t('order.unservedPump') : t('order.unservedLoad', { loadNo }),
                  note: why(refusedBy),
                })}
              </li>
            ))}
          </ul>
        )
      }
    />
  );
}
