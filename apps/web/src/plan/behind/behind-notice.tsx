import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { catchUpPlan } from '../../api/day-plans.js';
import { changing } from '../commands/plan-command.js';
import { usePlanDesk } from '../plan-desk.js';
import type { PlanIndex } from '../plan-index.js';
import { type BehindOrder, behindOrders } from './behind-orders.js';

/** So many are named, the rest is counted. */
const NAMED = 6;

/** Which orders the plan does not know yet, or knows otherwise, and a mend that takes them in. */
export function BehindNotice() {
  const { t } = useTranslation('plan');
  const { plan, index, commands, mayPlan } = usePlanDesk();
  if (!plan || !index || plan.behind.length === 0) return null;
  const orders = behindOrders(plan.behind);
  return (
    <Alert
      banner
      type="warning"
      role="status"
      data-testid="plan-behind"
      data-orders={orders.length}
      title={t('behind.title', { count: orders.length })}
      description={<Named orders={orders} index={index} />}
      action={
        mayPlan && (
          <Button
            type="primary"
            data-testid="plan-catch-up"
            loading={commands.running === 'catch_up'}
            disabled={commands.running !== null}
            onClick={() => commands.run(changing('catch_up', catchUpPlan))}
          >
            {t('behind.takeIn')}
          </Button>
        )
      }
    />
  );
}

interface NamedProps {
  readonly orders: readonly BehindOrder[];
  readonly index: PlanIndex;
}

function Named({ orders, index }: NamedProps) {
  const { t } = useTranslation('plan');
  const wordsOf = ({ kind, from, to }: BehindOrder['changes'][number]): string => {
    const what = t(`event.kind.${kind}`);
    return from === null || to === null ? what : t('behind.fromTo', { kind: what, from, to });
  };
  const named = orders.slice(0, NAMED).map(({ orderId, changes }) =>
    t('behind.item', {
      order: index.orderNames.get(orderId) ?? t('behind.gone'),
      what: changes.map(wordsOf).join(t('list.comma')),
    }),
  );
  const rest = orders.length - named.length;
  return [...named, ...(rest > 0 ? [t('behind.more', { count: rest })] : [])].join(
    t('list.semicolon'),
  );
}
