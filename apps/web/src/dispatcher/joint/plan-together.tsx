import type { OrderDetailView } from '@tongyun/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { getDayPlan, planJointPour } from '../../api/day-plans.js';
import { useSession } from '../../api/use-session.js';
import { formatM3 } from '../../i18n/format-m3.js';
import { isCancelled } from '../../planning/is-cancelled.js';
import { SearchStrip } from '../../planning/search-strip.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { useAfterJointChange } from './joint-queries.js';

type LedOrder = Pick<OrderDetailView, 'id' | 'enterpriseId' | 'operatingOn'>;

/** Has a pour planned as one over the days of all who supply it. */
export function PlanTogether({ order }: { readonly order: LedOrder }) {
  const { t } = useTranslation('dispatcher');
  const { t: shared } = useTranslation('shared');
  const session = useSession();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const after = useAfterJointChange();
  const plan = useMutation({
    mutationFn: async () => {
      const { enterpriseId, operatingOn } = order;
      const seen = await getDayPlan({ enterpriseId, operatingOn });
      return planJointPour(seen, { orderId: order.id, searchSec: 5 });
    },
    onSuccess: ({ plan: { loads }, plansBegunFor }) => {
      const own = loads.filter(({ orderId }) => orderId === order.id);
      const m3 = own.reduce((sum, load) => sum + load.m3, 0);
      message.success(t('joint.plannedTogether', { count: own.length, m3: formatM3(m3) }));
      if (plansBegunFor.length > 0) {
        message.warning(
          shared('planning.plansBegun', { names: plansBegunFor.join(shared('mark.and')) }),
        );
      }
    },
    onSettled: () => Promise.all([after(), queries.invalidateQueries({ queryKey: ['day-plan'] })]),
  });
  return (
    <>
      <Button
        size="small"
        loading={plan.isPending}
        data-testid="joint-plan"
        onClick={() => plan.mutate()}
      >
        {shared('planning.together')}
      </Button>
      <SearchStrip
        day={order}
        userId={session.status === 'signed_in' ? session.user.id : ''}
        mayPlan
        jointOrderId={order.id}
      />
      {isCancelled(plan.error) ? (
        <Alert type="info" role="status" title={shared('planning.cancelled')} />
      ) : (
        <RefusalNotice error={plan.error} />
      )}
    </>
  );
}
